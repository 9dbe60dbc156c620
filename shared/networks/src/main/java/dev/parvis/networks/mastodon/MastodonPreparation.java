package dev.parvis.networks.mastodon;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.networks.Limits;
import dev.parvis.domain.networks.Publishes.MediaReader;
import dev.parvis.domain.networks.Publishes.Preparation;
import dev.parvis.domain.posts.Content;
import dev.parvis.kernel.http.out.Payload;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Sleeper;
import dev.parvis.networks.http.Reply;
import dev.parvis.networks.http.Urls;
import dev.parvis.networks.images.Images;

/**
 * What a status needs before its instant: images uploaded and processed, and a look at the newest own status, which marks how
 * far back a later reconciliation must read.
 */
final class MastodonPreparation {
    private static final Duration AGAIN = Duration.ofSeconds(15);
    private static final Duration PROCESSING = Duration.ofSeconds(60);
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    private final Rest rest;
    private final Instances instances;
    private final InstantSource clock;
    private final Sleeper sleeper;

    MastodonPreparation(Rest rest, Instances instances, InstantSource clock, Sleeper sleeper) {
        this.rest = rest;
        this.instances = instances;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    Preparation prepare(Connection connection, Content content, MediaReader media) {
        var limits = instances.limits(connection.channel().server());
        var wrong = StatusText.check(content, limits);
        if (!wrong.isEmpty()) {
            return new Preparation.Impossible(
                    wrong.getFirst().code(), wrong.getFirst().detail());
        }
        try {
            var text = StatusText.of(content);
            var ids = new ArrayList<String>();
            for (var image : content.images()) {
                ids.add(uploaded(connection, image, media, limits));
            }
            var payload = Json.obj(
                    "status",
                    text,
                    "media_ids",
                    ids.isEmpty() ? Optional.empty() : ids,
                    "language",
                    language(content.language()));
            return new Preparation.Ready(
                    payload.toString(),
                    Likeness.of(newest(connection), text).trace(),
                    StatusText.fingerprint(text, ids.size()),
                    false);
        } catch (Stopped stopped) {
            return stopped.how;
        }
    }

    /** The primary subtag: a server may refuse a longer one. */
    private static Optional<String> language(String tag) {
        var primary = tag.split("-", 2)[0];
        return LANGUAGE.matcher(primary).matches() ? Optional.of(primary) : Optional.empty();
    }

    private String newest(Connection connection) {
        var path = OwnStatuses.path(connection);
        return switch (rest.get(connection, path, "limit", "1")) {
            case Reply.Ok(var body, var _) -> body.at(0, "id").textOr("");
            case Reply.Refused _ -> ""; // reconciliation then goes by time alone
            case Reply.Trouble trouble -> throw new Stopped(stop(trouble));
        };
    }

    private String uploaded(Connection connection, Content.Image image, MediaReader media, Limits limits) {
        var aim = new Images.Aim(limits.imageBytes(), limits.imagePixels(), 3840, limits.imageTypes());
        return switch (Images.fit(media.read(image.mediaId(), Media.MOST_BYTES), aim)) {
            case Images.Fitted.Unfit(var code, var reason) ->
                throw new Stopped(new Preparation.Impossible(code, reason));
            case Images.Fitted.Fit fit -> processed(connection, upload(connection, fit, image.alt()));
        };
    }

    private Reply.Ok upload(Connection connection, Images.Fitted.Fit fit, String alt) {
        var parts = new ArrayList<Payload.Part>();
        parts.add(new Payload.Part(
                "file", "image." + fit.type().substring("image/".length()), Payload.bytes(fit.bytes(), fit.type())));
        if (!alt.isEmpty()) {
            parts.add(Payload.field("description", alt));
        }
        var reply = rest.upload(connection, "/api/v2/media", List.copyOf(parts));
        if (reply instanceof Reply.Refused refused && refused.status() == 404) {
            reply = rest.upload(connection, "/api/v1/media", List.copyOf(parts)); // servers before 3.1.3
        }
        return ok(reply);
    }

    /** 202 was accepted and is being processed: it must not be attached before it is ready. */
    private String processed(Connection connection, Reply.Ok uploaded) {
        var id = uploaded.body().at("id").text().orElseThrow(() -> unreadable("an upload"));
        var giveUp = clock.instant().plus(PROCESSING);
        var pause = Duration.ofSeconds(1);
        for (var status = uploaded.answer().status(); status == 202 || status == 206; pause = longer(pause)) {
            var next = clock.instant().plus(pause);
            if (next.isAfter(giveUp)) {
                throw new Stopped(new Preparation.Later("the server is still processing an image", AGAIN));
            }
            sleeper.sleepUntil(next);
            status = ok(rest.get(connection, "/api/v1/media/" + Urls.encode(id)))
                    .answer()
                    .status();
        }
        return id;
    }

    private static Duration longer(Duration pause) {
        return pause.compareTo(Duration.ofSeconds(8)) < 0 ? pause.multipliedBy(2) : pause;
    }

    private static Stopped unreadable(String what) {
        return new Stopped(new Preparation.Later("the server's answer to " + what + " cannot be read", AGAIN));
    }

    private static Reply.Ok ok(Reply reply) {
        return switch (reply) {
            case Reply.Ok ok -> ok;
            case Reply.Trouble trouble -> throw new Stopped(stop(trouble));
        };
    }

    private static Preparation stop(Reply.Trouble trouble) {
        return switch (trouble) {
            case Reply.Expired _ -> new Preparation.Expired();
            case Reply.Refused(var _, var code, var reason) -> new Preparation.Impossible(code, reason);
            case Reply.Throttled(var pause, var reason) -> new Preparation.Later(reason, pause);
            case Reply.Doubtful(var reason) -> new Preparation.Later(reason, AGAIN);
            case Reply.Unsent(var reason) -> new Preparation.Later(reason, AGAIN);
        };
    }

    /** Leaves a preparation early; never leaves this class. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Preparation how;

        Stopped(Preparation how) {
            super("preparation stopped", null, false, false);
            this.how = how;
        }
    }
}
