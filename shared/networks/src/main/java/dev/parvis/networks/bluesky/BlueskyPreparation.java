package dev.parvis.networks.bluesky;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.networks.Publishes.MediaReader;
import dev.parvis.domain.networks.Publishes.Preparation;
import dev.parvis.domain.posts.Content;
import dev.parvis.kernel.json.Json;
import dev.parvis.networks.http.Reply;
import dev.parvis.networks.images.Images;

/** What a Bluesky post needs before its instant: images shrunk and uploaded, mentions resolved, the record built. */
final class BlueskyPreparation {
    private static final Duration AGAIN = Duration.ofSeconds(15);
    private static final Duration LAST_CALL = Duration.ofSeconds(30);
    /** A token that dies before a post prepared now would be sent is renewed first; the hint is not believed further. */
    private static final Duration NEEDED = Duration.ofSeconds(200);

    private static final Images.Aim AIM = new Images.Aim(
            PostText.LIMITS.imageBytes() - 1, PostText.LIMITS.imagePixels(), 2000, PostText.LIMITS.imageTypes());

    private final Xrpc xrpc;
    private final InstantSource clock;

    BlueskyPreparation(Xrpc xrpc, InstantSource clock) {
        this.xrpc = xrpc;
        this.clock = clock;
    }

    Preparation prepare(Connection connection, Content content, MediaReader media, String key, Instant createdAt) {
        var wrong = PostText.check(content, PostText.LIMITS);
        if (!wrong.isEmpty()) {
            return new Preparation.Impossible(
                    wrong.getFirst().code(), wrong.getFirst().detail());
        }
        if (dying(connection)) {
            return new Preparation.Expired();
        }
        try {
            var text = PostText.of(content);
            var images = new ArrayList<PostRecord.Uploaded>();
            for (var image : content.images()) {
                images.add(uploaded(connection, image, media));
            }
            var dids = resolved(connection, text, createdAt);
            var record =
                    PostRecord.of(content, text, images, createdAt, handle -> Optional.ofNullable(dids.get(handle)));
            var rkey = RecordKeys.of(key, createdAt);
            var payload = Json.obj("rkey", rkey, "record", record).toString();
            return new Preparation.Ready(payload, rkey, PostText.fingerprint(text), false);
        } catch (Stopped stopped) {
            return stopped.how;
        }
    }

    private boolean dying(Connection connection) {
        var jwt = connection.credential().need("accessJwt");
        return Session.expiry(jwt)
                .filter(at -> at.isBefore(clock.instant().plus(NEEDED)))
                .filter(_ -> Session.life(jwt).compareTo(NEEDED.multipliedBy(3)) > 0)
                .isPresent();
    }

    private PostRecord.Uploaded uploaded(Connection connection, Content.Image image, MediaReader media) {
        var bytes = media.read(image.mediaId(), Media.MOST_BYTES);
        return switch (Images.fit(bytes, AIM)) {
            case Images.Fitted.Unfit(var code, var reason) ->
                throw new Stopped(new Preparation.Impossible(code, reason));
            case Images.Fitted.Fit fit -> {
                var blob = ok(xrpc.upload(connection, fit.bytes(), fit.type())).at("blob");
                if (blob.isMissing()) {
                    throw new Stopped(new Preparation.Later("the server's answer to an upload cannot be read", AGAIN));
                }
                yield new PostRecord.Uploaded(blob, image.alt(), fit.width(), fit.height());
            }
        };
    }

    /**
     * A handle that does not resolve stays plain text. Where the index that knows handles cannot be asked, the post waits for
     * it while there is time, and then goes out with the name unmarked rather than not at all.
     */
    private Map<String, String> resolved(Connection connection, String text, Instant createdAt) {
        var dids = new HashMap<String, String>();
        for (var mark : RichText.marks(text)) {
            if (mark instanceof RichText.Mark.Mention(var _, var _, var handle) && !dids.containsKey(handle)) {
                var reply = xrpc.query(connection, "com.atproto.identity.resolveHandle", "handle", handle);
                if (!(reply instanceof Reply.Refused || (isUnreachable(reply) && isNear(createdAt)))) {
                    ok(reply).at("did").text().ifPresent(did -> dids.put(handle, did));
                }
            }
        }
        return dids;
    }

    private static boolean isUnreachable(Reply reply) {
        return reply instanceof Reply.Doubtful || reply instanceof Reply.Unsent || reply instanceof Reply.Throttled;
    }

    private boolean isNear(Instant due) {
        return !clock.instant().isBefore(due.minus(LAST_CALL));
    }

    private static Json ok(Reply reply) {
        return switch (reply) {
            case Reply.Ok(var body, var _) -> body;
            case Reply.Expired _ -> throw new Stopped(new Preparation.Expired());
            case Reply.Refused(var _, var code, var reason) ->
                throw new Stopped(new Preparation.Impossible(code, reason));
            case Reply.Throttled(var wait, var reason) -> throw new Stopped(new Preparation.Later(reason, wait));
            case Reply.Trouble trouble -> throw new Stopped(new Preparation.Later(trouble.reason(), AGAIN));
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
