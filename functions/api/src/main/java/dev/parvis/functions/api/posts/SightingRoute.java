package dev.parvis.functions.api.posts;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.networks.Network;
import dev.parvis.domain.networks.Networks;
import dev.parvis.domain.posts.Attempt;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Publication;
import dev.parvis.domain.posts.Sighting;
import dev.parvis.domain.posts.Target;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.functions.api.calls.Inputs;
import dev.parvis.functions.api.calls.Members;
import dev.parvis.functions.api.calls.Place;
import dev.parvis.functions.api.calls.Versions;
import dev.parvis.functions.api.history.Deeds;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.kernel.json.Fields;
import dev.parvis.networks.http.Urls;

/**
 * {@code …/posts/{post}/targets/{channel}/sighting}: a person says whether what may have gone out is out. It is written
 * first, and told by the publisher from what was written; a death in between loses only the line in the history.
 */
public final class SightingRoute {
    private static final int LONGEST_URL = 2_000;

    private final Posts posts;
    private final Channels channels;
    private final Networks networks;
    private final Deeds deeds;
    private final InstantSource clock;

    /** What is read and written. */
    public record Stores(Posts posts, Channels channels, Networks networks) {}

    public SightingRoute(Stores stores, Deeds deeds, InstantSource clock) {
        this.posts = stores.posts();
        this.channels = stores.channels();
        this.networks = stores.networks();
        this.deeds = deeds;
        this.clock = clock;
    }

    public void on(Router router, Members members) {
        router.post(
                "/v1/workspaces/{workspace}/posts/{post}/targets/{channel}/sighting",
                members.writes(Place.POST, this::sighting));
    }

    private Response sighting(Request request, Caller caller) {
        var version = Versions.expected(request);
        var channel = Ids.of(request.param("channel"), ChannelId::new);
        var whole = posts.find(caller.workspace(), Ids.of(request.param("post"), PostId::new))
                .orElseThrow(Ids::nothingHere);
        var target = whole.targets().stream()
                .filter(each -> each.channel().equals(channel))
                .findFirst()
                .orElseThrow(Ids::nothingHere);
        var sighting = sighting(Inputs.fields(request), target);
        if (whole.post().version() != version) {
            throw Problem.of(Problem.Code.PRECONDITION_FAILED, "It has changed since you read it: read it again.")
                    .exception();
        }
        sighting.refusal(target).ifPresent(reason -> {
            throw Problem.of(Problem.Code.CONFLICT, reason).exception();
        });
        var settled = posts.settle(caller.workspace(), whole.post().id(), channel, version, sighting);
        var now = Versions.done(settled).post();
        deeds.done(caller, deed(sighting), subject(target), now.version());
        return Versions.changed(settled, it -> it.post().version(), PostJson::of);
    }

    private Sighting sighting(Fields fields, Target target) {
        var rest = fields.optionalTruth("rest").orElse(false);
        var said = fields.optionalTruth("out");
        var typed = fields.optionalLine("url", 1, LONGEST_URL);
        if (rest) {
            return rest(fields, said, typed);
        }
        if (!fields.has("out")) {
            fields.refuse("out", "required", "must be given, unless the rest is wanted");
        }
        var out = said.orElse(false);
        if (out && typed.isEmpty()) {
            fields.refuse("url", "required", "must be given: where the post is seen");
        }
        if (!out && typed.isPresent()) {
            fields.refuse("url", "unexpected", "must be left out: what is not out is nowhere");
        }
        if (isByHand(target)) {
            return byHand(fields, target, typed.filter(_ -> out));
        }
        var where = typed.filter(_ -> out).flatMap(url -> publication(fields, url, target));
        Inputs.check(fields);
        return where.<Sighting>map(Sighting.Out::new).orElseGet(() -> new Sighting.NotOut(clock.instant()));
    }

    private boolean isByHand(Target target) {
        return networks.find(target.network()).flatMap(Network::assists).isPresent();
    }

    /** The team says of what was handed over what the one who was asked could have said. */
    private Sighting byHand(Fields fields, Target target, Optional<String> typed) {
        if (typed.filter(url -> !Urls.isLink(url)).isPresent()) {
            fields.refuse("url", "not_a_post", "must be an absolute http or https URL");
        }
        Inputs.check(fields);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return typed.<Sighting>map(
                        url -> new Sighting.ByHand(new Publication(url, url, now, false), target.revision(), now))
                .orElseGet(() -> new Sighting.Declined(target.revision(), now));
    }

    private Sighting rest(Fields fields, Optional<Boolean> said, Optional<String> typed) {
        if (said.isPresent() || typed.isPresent()) {
            fields.refuse("rest", "not_allowed", "must stand alone: nothing was in doubt");
        }
        Inputs.check(fields);
        return new Sighting.Rest(clock.instant());
    }

    /** The address must be one of a post of this account: figures and answers are found by what it says. */
    private Optional<Publication> publication(Fields fields, String url, Target target) {
        var nativeId = address(url).filter(_ -> Urls.isLink(url)).flatMap(uri -> nativeId(uri, target));
        if (nativeId.isEmpty()) {
            fields.refuse("url", "not_a_post", "must be the address of a post of the channel's own account");
        }
        var begun = target.attempt().map(Attempt::startedAt).orElse(target.dueAt());
        return nativeId.map(id -> new Publication(id, url, begun, true));
    }

    private static Optional<URI> address(String url) {
        try {
            return Optional.of(new URI(url));
        } catch (URISyntaxException notOne) {
            return Optional.empty();
        }
    }

    private Optional<String> nativeId(URI address, Target target) {
        return channels.find(target.workspace(), target.channel()).flatMap(channel -> networks.find(channel.network())
                .flatMap(Network::publishes)
                .flatMap(publishes -> publishes.nativeId(channel, address)));
    }

    private static String deed(Sighting sighting) {
        return switch (sighting) {
            case Sighting.Out _ -> "post.said_out";
            case Sighting.Rest _ -> "post.rest_wanted";
            case Sighting.ByHand _ -> "post.said_done";
            case Sighting.Declined _ -> "post.said_not_today";
            case Sighting.NotOut _ -> "post.said_not_out";
        };
    }

    private static String subject(Target target) {
        return "post/" + target.post() + "/" + target.channel();
    }
}
