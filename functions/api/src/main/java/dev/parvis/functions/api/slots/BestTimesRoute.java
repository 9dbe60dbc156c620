package dev.parvis.functions.api.slots;

import java.time.InstantSource;
import java.time.LocalDate;

import dev.parvis.domain.besttimes.BestTimes;
import dev.parvis.domain.besttimes.Engagement;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.metrics.Metric;
import dev.parvis.domain.metrics.Snapshots;
import dev.parvis.domain.posts.Posts;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.functions.api.calls.Members;
import dev.parvis.functions.api.calls.Place;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.kernel.json.Json;

/** {@code GET …/channels/{channel}/best-times}: at which hours the channel's own posts were answered best, if one can say. */
public final class BestTimesRoute {
    private final Brands brands;
    private final Channels channels;
    private final Engagement engagement;

    /** What is read. */
    public record Stores(Brands brands, Channels channels, Posts posts, Snapshots snapshots) {}

    public BestTimesRoute(Stores stores, InstantSource clock) {
        this.brands = stores.brands();
        this.channels = stores.channels();
        this.engagement = new Engagement(stores.posts(), stores.snapshots(), clock);
    }

    public void on(Router router, Members members) {
        router.get(
                "/v1/workspaces/{workspace}/channels/{channel}/best-times", members.reads(Place.CHANNEL, this::read));
    }

    private Response read(Request request, Caller caller) {
        var channel = channels.find(caller.workspace(), Ids.of(request.param("channel"), ChannelId::new))
                .orElseThrow(Ids::nothingHere);
        var brand = brands.find(caller.workspace(), channel.brand()).orElseThrow(Ids::nothingHere);
        var measured = engagement.of(brand, channel.id());
        var found = BestTimes.of(measured.posts(), brand.zone());
        return Response.json(
                200,
                json(found)
                        .with(
                                "engagement",
                                measured.of().stream().map(Metric::wire).toList())
                        .with("since", day(measured.since()))
                        .with("zone", brand.zone().getId()));
    }

    private static String day(LocalDate day) {
        return day.toString();
    }

    private static Json.Obj json(BestTimes.Found found) {
        return switch (found) {
            case BestTimes.Found.NotEnough(var posts) ->
                Json.obj(
                        "state",
                        "not_enough_data",
                        "posts",
                        posts,
                        "needed",
                        BestTimes.LEAST_POSTS,
                        "windows",
                        Json.arr());
            case BestTimes.Found.Enough(var posts, var median, var windows) ->
                Json.obj(
                        "state",
                        "enough",
                        "posts",
                        posts,
                        "needed",
                        BestTimes.LEAST_POSTS,
                        "median",
                        median,
                        "windows",
                        windows.stream().map(BestTimesRoute::json).toList());
        };
    }

    private static Json json(BestTimes.Rated rated) {
        return Json.obj(
                "days",
                rated.window().weekend() ? "weekend" : "weekdays",
                "from",
                rated.window().from().toString(),
                "until",
                rated.window().until().toString(),
                "posts",
                rated.posts(),
                "median",
                rated.median(),
                "chance",
                Math.round(rated.chance() * 10_000) / 10_000.0,
                "clear",
                rated.clear());
    }
}
