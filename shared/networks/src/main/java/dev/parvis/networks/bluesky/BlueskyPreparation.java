package dev.parvis.networks.bluesky;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.media.Fitness;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.networks.Checks;
import dev.parvis.domain.networks.ImageSize;
import dev.parvis.domain.networks.Publishes;
import dev.parvis.domain.networks.Publishes.Above;
import dev.parvis.domain.networks.Publishes.MediaReader;
import dev.parvis.domain.networks.Publishes.Piece;
import dev.parvis.domain.networks.Publishes.Preparation;
import dev.parvis.domain.posts.Content;
import dev.parvis.kernel.http.out.Payload;
import dev.parvis.kernel.json.Json;
import dev.parvis.networks.http.Gone;
import dev.parvis.networks.http.Reply;
import dev.parvis.networks.images.Images;
import dev.parvis.networks.videos.Lately;
import dev.parvis.networks.videos.Videos;

/**
 * What a Bluesky post needs before its instant: what it answers named by its content, media uploaded, mentions resolved, the
 * record built.
 */
final class BlueskyPreparation {
    private static final Duration AGAIN = Duration.ofSeconds(15);
    private static final Duration LAST_CALL = Duration.ofSeconds(30);
    /** A token that dies before a post prepared now would be sent is renewed first; the hint is not believed further. */
    private static final Duration NEEDED = Duration.ofSeconds(200);

    /** A byte less than the limit: an older server takes less than a million, not a million. */
    static final ImageSize SIZE = new ImageSize(
            PostText.LIMITS.imageBytes() - 1,
            PostText.LIMITS.imagePixels(),
            2000,
            PostText.LIMITS.imageTypes(),
            Optional.empty(),
            // Its CDN gives every image out as JPEG (…/img/feed_fullsize/plain/{did}/{cid}@jpeg).
            false);

    private final Xrpc xrpc;
    private final Publishes publishes;
    private final InstantSource clock;
    private final Lately<Json> films;

    /** @param publishes tells what is wrong with a content */
    BlueskyPreparation(Xrpc xrpc, Publishes publishes, InstantSource clock) {
        this.xrpc = xrpc;
        this.publishes = publishes;
        this.clock = clock;
        this.films = new Lately<>(clock);
    }

    Preparation prepare(Connection connection, Piece piece, MediaReader media) {
        var wrong = Checks.of(publishes, piece.content(), PostText.LIMITS);
        if (!wrong.isEmpty()) {
            return new Preparation.Impossible(
                    wrong.getFirst().code(), wrong.getFirst().detail());
        }
        if (dying(connection)) {
            return new Preparation.Expired();
        }
        try {
            var record = record(connection, piece, media);
            var rkey = RecordKeys.of(piece.key(), piece.createdAt());
            var payload = Json.obj("rkey", rkey, "record", record).toString();
            return new Preparation.Ready(payload, rkey, PostText.fingerprint(PostText.of(piece.content())), false);
        } catch (Stopped stopped) {
            return stopped.how;
        }
    }

    private Json record(Connection connection, Piece piece, MediaReader media) {
        var content = piece.content();
        var reply = piece.above().map(above -> reply(connection, above));
        var text = PostText.of(content);
        var uploaded = new ArrayList<PostRecord.Uploaded>();
        for (var image : content.images()) {
            uploaded.add(image(connection, image, media));
        }
        content.video().ifPresent(video -> uploaded.add(video(connection, video, piece.key(), media)));
        var dids = resolved(connection, text, piece.createdAt());
        return PostRecord.of(
                content,
                new PostRecord.Parts(text, uploaded, reply, piece.createdAt()),
                handle -> Optional.ofNullable(dids.get(handle)));
    }

    private PostRecord.Reply reply(Connection connection, Above above) {
        return switch (above) {
            case Above.Own(var first, var parent, var _) -> {
                var root = seen(connection, above, first.nativeId()).root();
                yield new PostRecord.Reply(
                        root, seen(connection, above, parent.nativeId()).itself());
            }
            case Above.Theirs(var item) -> {
                var parent = seen(connection, above, item.nativeId());
                yield new PostRecord.Reply(parent.root(), parent.itself());
            }
        };
    }

    /** A post as it is there, and the one at the top of its conversation: itself, if it answers nothing. */
    private record Seen(PostRecord.Strong itself, PostRecord.Strong root) {}

    /**
     * Asked of the account's own server: of its own posts it is the source, where an index may not have them yet; what
     * others wrote it asks them for.
     */
    private Seen seen(Connection connection, Above above, String nativeId) {
        var at = AtUri.parse(nativeId).orElseThrow(() -> new Stopped(Gone.above(above)));
        var reply = xrpc.record(connection, at);
        if (reply instanceof Reply.Refused refused && isGone(refused)) {
            throw new Stopped(Gone.above(above));
        }
        var body = ok(reply);
        var cid = body.at("cid").text().orElseThrow(() -> unreadable("the post above"));
        var itself = new PostRecord.Strong(at.toString(), cid);
        return new Seen(itself, root(body.at("value", "reply", "root")).orElse(itself));
    }

    private static Optional<PostRecord.Strong> root(Json told) {
        return AtUri.parse(told.at("uri").textOr("")).flatMap(at -> told.at("cid")
                .text()
                .filter(cid -> !cid.isEmpty())
                .map(cid -> new PostRecord.Strong(at.toString(), cid)));
    }

    /** An index that is asked for another server's record says it in words alone. */
    private static boolean isGone(Reply.Refused refused) {
        return refused.code().equals("RecordNotFound")
                || refused.reason().contains("Could not locate record")
                || refused.reason().contains("Could not find repo");
    }

    private static Stopped unreadable(String what) {
        return new Stopped(new Preparation.Later("the server's answer to " + what + " cannot be read", AGAIN));
    }

    private boolean dying(Connection connection) {
        var jwt = connection.credential().need("accessJwt");
        return Session.expiry(jwt)
                .filter(at -> at.isBefore(clock.instant().plus(NEEDED)))
                .filter(_ -> Session.life(jwt).compareTo(NEEDED.multipliedBy(3)) > 0)
                .isPresent();
    }

    private PostRecord.Uploaded image(Connection connection, Content.Image image, MediaReader media) {
        var bytes = media.read(image.mediaId(), Media.MOST_BYTES, SIZE);
        return switch (Images.fit(bytes, Images.Aim.of(SIZE))) {
            case Images.Fitted.Unfit(var code, var reason) ->
                throw new Stopped(new Preparation.Impossible(code, reason));
            case Images.Fitted.Fit fit ->
                new PostRecord.Uploaded(
                        blob(connection, Payload.bytes(fit.bytes(), fit.type())),
                        image.alt(),
                        fit.width(),
                        fit.height());
        };
    }

    /** What the network does with it to show it, it does afterwards. */
    private PostRecord.Uploaded video(Connection connection, Content.Video video, String key, MediaReader media) {
        var film = media.film(video.mediaId());
        var taken = publishes.limits(connection).videos().orElseThrow();
        Fitness.of(film, taken).ifPresent(unfit -> {
            throw new Stopped(new Preparation.Impossible(unfit.code(), unfit.detail()));
        });
        var blob = films.find(key, video.mediaId())
                .orElseGet(() -> films.keep(key, video.mediaId(), blob(connection, Videos.payload(film))));
        return new PostRecord.Uploaded(blob, video.alt(), film.width(), film.height());
    }

    /** What was uploaded for a piece is no longer on the server. */
    void forget(String key) {
        films.forget(key);
    }

    private Json blob(Connection connection, Payload bytes) {
        var blob = ok(xrpc.upload(connection, bytes)).at("blob");
        if (blob.isMissing()) {
            throw unreadable("an upload");
        }
        return blob;
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
