package dev.parvis.functions.api.channels;

import java.util.Locale;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Connections;
import dev.parvis.domain.channels.Opened;
import dev.parvis.domain.networks.Limits;
import dev.parvis.domain.networks.Network;
import dev.parvis.domain.networks.Networks;
import dev.parvis.domain.networks.Terms;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.functions.api.calls.Members;
import dev.parvis.functions.api.calls.Place;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.ProblemException;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.kernel.json.Json;

/** {@code GET …/channels/{channel}/limits}: what the channel's server accepts, before anything is written for it. */
public final class LimitsRoute {
    private final Connections connections;
    private final Networks networks;

    public LimitsRoute(Connections connections, Networks networks) {
        this.connections = connections;
        this.networks = networks;
    }

    public void on(Router router, Members members) {
        router.get("/v1/workspaces/{workspace}/channels/{channel}/limits", members.reads(Place.CHANNEL, this::read));
    }

    private Response read(Request request, Caller caller) {
        return switch (connections.open(caller.workspace(), Ids.of(request.param("channel"), ChannelId::new))) {
            case Opened.Ready ready -> Response.json(200, json(limits(ready)));
            case Opened.Disconnected(var reason) -> throw none("The channel is disconnected: " + reason + ".");
            case Opened.Missing _ -> throw Ids.nothingHere();
        };
    }

    private Limits limits(Opened.Ready ready) {
        var network = ready.connection().channel().network();
        return networks.find(network)
                .flatMap(Network::way)
                .map(Network.Way::accepts)
                .orElseThrow(() -> none("Nothing is published on " + network + "."))
                .limits(ready.connection());
    }

    private static ProblemException none(String why) {
        return Problem.of(Problem.Code.CONFLICT, why).exception();
    }

    private static Json json(Limits limits) {
        return onePart(limits)
                .with("thread", limits.parts())
                .with("firstComment", limits.comment())
                .with("polls", limits.polls().map(LimitsRoute::polls).orElse(Json.absent()))
                .with("videos", limits.videos().map(LimitsRoute::videos).orElse(Json.absent()))
                .with(
                        "carousel",
                        limits.terms().pictures().map(LimitsRoute::carousel).orElse(Json.absent()))
                .with(
                        "imageShape",
                        limits.terms().shape().map(LimitsRoute::shape).orElse(Json.absent()))
                .with("quota", limits.terms().quota().map(LimitsRoute::quota).orElse(Json.absent()))
                .with("price", limits.terms().price().map(LimitsRoute::price).orElse(Json.absent()));
    }

    private static Json.Obj onePart(Limits limits) {
        return Json.obj(
                "textLength",
                limits.textLength(),
                "countedIn",
                limits.countedIn().name().toLowerCase(Locale.ROOT),
                "textBytes",
                limits.textBytes(),
                "urlLength",
                limits.urlLength(),
                "images",
                limits.images(),
                "imageBytes",
                limits.imageBytes(),
                "imagePixels",
                limits.imagePixels(),
                "altLength",
                limits.altLength(),
                "imageTypes",
                limits.imageTypes().stream().sorted().toList());
    }

    private static Json polls(Limits.Polls polls) {
        return Json.obj(
                "options",
                polls.options(),
                "optionLength",
                polls.optionLength(),
                "shortestMinutes",
                polls.shortest().toMinutes(),
                "longestMinutes",
                polls.longest().toMinutes(),
                "withMedia",
                polls.withMedia());
    }

    private static Json carousel(Terms.Pictures pictures) {
        return Json.obj("least", pictures.carousel(), "most", pictures.most());
    }

    private static Json shape(Terms.Shape shape) {
        return Json.obj("tallest", shape.tallest(), "widest", shape.widest());
    }

    private static Json quota(Terms.Quota quota) {
        return Json.obj("posts", quota.posts(), "withinSeconds", quota.within().toSeconds());
    }

    private static Json videos(Limits.Videos videos) {
        return Json.obj(
                "bytes",
                videos.bytes(),
                "seconds",
                videos.length().toSeconds(),
                "types",
                videos.types().stream().sorted().toList());
    }

    private static Json price(Terms.Price price) {
        return Json.obj(
                "currency",
                price.currency(),
                "plain",
                price.plain().toPlainString(),
                "withLink",
                price.withLink().toPlainString(),
                "source",
                price.source());
    }
}
