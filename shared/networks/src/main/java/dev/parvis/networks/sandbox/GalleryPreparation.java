package dev.parvis.networks.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.media.Fitness;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.networks.Checks;
import dev.parvis.domain.networks.Publishes;
import dev.parvis.domain.networks.Publishes.Above;
import dev.parvis.domain.networks.Publishes.MediaReader;
import dev.parvis.domain.networks.Publishes.Piece;
import dev.parvis.domain.networks.Publishes.Preparation;
import dev.parvis.domain.posts.Content;
import dev.parvis.kernel.http.out.Payload;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Times;
import dev.parvis.networks.http.Reply;
import dev.parvis.networks.http.Urls;
import dev.parvis.networks.images.Images;
import dev.parvis.networks.videos.Videos;

/**
 * Makes what will be published, one container a step: the children, then what holds them, then it is asked after until it is
 * ready. A container that was made without our learning it lies there for 24 hours and is never seen by anybody. What has
 * expired is made anew; what the network could not process too, three times, unless it says that it never will.
 */
final class GalleryPreparation {
    static final Duration AGAIN_SOON = Duration.ofSeconds(5);
    static final Duration POLL = Duration.ofSeconds(3);

    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(20);
    private static final int MOST_TIMES = 3;
    private static final Set<String> NEVER =
            Set.of("media_unsupported", "media_type", "media_too_large", "media_ratio");
    private static final Duration NEEDED = Duration.ofMinutes(4);

    private final SandboxCalls calls;
    private final Publishes publishes;
    private final InstantSource clock;

    GalleryPreparation(SandboxCalls calls, Publishes publishes, InstantSource clock) {
        this.calls = calls;
        this.publishes = publishes;
        this.clock = clock;
    }

    private record Work(Connection connection, Piece piece, MediaReader media, GalleryLeft left) {
        Content content() {
            return piece.content();
        }

        int shown() {
            return content().images().size() + (content().video().isPresent() ? 1 : 0);
        }
    }

    Preparation prepare(Connection connection, Piece piece, MediaReader media) {
        if (Pass.of(connection).diesWithin(NEEDED, clock.instant())) {
            return new Preparation.Expired();
        }
        if (piece.above().isPresent()) {
            return under(piece, piece.above().get());
        }
        var work = new Work(connection, piece, media, GalleryLeft.read(piece.left()));
        if (work.left().whole()) {
            return ready(work, work.left().ids().getFirst());
        }
        if (work.left().isNothing()) {
            var stopped = stopped(work);
            if (stopped.isPresent()) {
                return stopped.get();
            }
        }
        return work.left().ids().size() == work.shown() ? parent(work) : next(work);
    }

    private static Preparation under(Piece piece, Above above) {
        return switch (above) {
            case Above.Own(var first, var _, var _) -> comment(piece, first.nativeId());
            case Above.Theirs _ ->
                new Preparation.Impossible("not_answerable", "nobody else is answered on the gallery");
        };
    }

    /** A comment is made in one call: nothing is prepared but the order. */
    private static Preparation comment(Piece piece, String above) {
        var text = SandboxText.of(piece.content());
        if (text.isEmpty() || !piece.content().images().isEmpty()) {
            return new Preparation.Impossible("comment_text_only", "a comment of the gallery is a text without images");
        }
        var order = Json.obj("post", above, "text", text);
        return new Preparation.Ready(order.toString(), "c" + above, SandboxText.fingerprint(text), false);
    }

    /** Before the first container is made, and before what is ready is sent. */
    private Optional<Preparation> stopped(Work work) {
        var wrong = Checks.of(publishes, work.content(), GalleryText.LIMITS);
        if (!wrong.isEmpty()) {
            return Optional.of(new Preparation.Impossible(
                    wrong.getFirst().code(), wrong.getFirst().detail()));
        }
        return overQuota(work.connection());
    }

    private Optional<Preparation> overQuota(Connection connection) {
        return switch (calls.get(connection, "/quota")) {
            case Reply.Ok(var told, var _) -> {
                var used = told.at("used").whole().orElse(0L);
                var total = told.at("total").whole().orElse(Long.MAX_VALUE);
                var within = Duration.ofSeconds(told.at("seconds").whole().orElse(86_400L));
                yield used < total ? Optional.empty() : Optional.of(usedUp(connection, total, within));
            }
            case Reply.Trouble trouble -> Optional.of(stopped(trouble));
        };
    }

    /** The network tells how many, not until when: that is when the oldest of the last so many has left the window. */
    private Preparation usedUp(Connection connection, long total, Duration within) {
        var most = (int) Math.min(100, Math.max(1, total));
        return switch (calls.get(connection, "/posts", "limit", Integer.toString(most))) {
            case Reply.Ok(var body, var _) -> {
                var oldest = body.at("posts").items().stream()
                        .flatMap(post -> post.at("created_at").text().stream())
                        .map(Times::parse)
                        .reduce((newer, older) -> older)
                        .orElseGet(clock::instant);
                yield usedUp(total, oldest.plus(within));
            }
            case Reply.Trouble trouble -> stopped(trouble);
        };
    }

    private Preparation usedUp(long total, Instant until) {
        var wait = Duration.between(clock.instant(), until);
        return new Preparation.Later(
                "the account's " + total + " posts of a day are used up until " + until.truncatedTo(ChronoUnit.SECONDS),
                wait.compareTo(AGAIN_SOON) > 0 ? wait : AGAIN_SOON);
    }

    private Preparation next(Work work) {
        var number = work.left().ids().size();
        var images = work.content().images();
        return number < images.size()
                ? image(work, images.get(number))
                : video(work, work.content().video().orElseThrow());
    }

    private Preparation image(Work work, Content.Image image) {
        var size = publishes.imageSize(work.connection());
        var bytes = work.media().read(image.mediaId(), Media.MOST_BYTES, size);
        return switch (Images.fit(bytes, Images.Aim.of(size))) {
            case Images.Fitted.Unfit(var code, var reason) -> new Preparation.Impossible(code, reason);
            case Images.Fitted.Fit fit -> uploaded(work, Payload.bytes(fit.bytes(), fit.type()), image.alt());
        };
    }

    private Preparation video(Work work, Content.Video video) {
        var film = work.media().film(video.mediaId());
        return Fitness.of(film, GalleryText.LIMITS.videos().orElseThrow())
                .<Preparation>map(unfit -> new Preparation.Impossible(unfit.code(), unfit.detail()))
                .orElseGet(() -> uploaded(work, Videos.payload(film), video.alt()));
    }

    /** The same bytes get the same id: an upload that was cut is none that is doubled. */
    private Preparation uploaded(Work work, Payload bytes, String alt) {
        return switch (calls.upload(work.connection(), bytes)) {
            case Reply.Ok(var body, var _) ->
                body.at("id")
                        .text()
                        .map(media -> contained(work, media, alt))
                        .orElseGet(() -> new Preparation.Later("the server's answer cannot be read", AGAIN_SOON));
            case Reply.Trouble trouble -> stopped(trouble);
        };
    }

    private Preparation contained(Work work, String media, String alt) {
        if (work.shown() == 1) {
            var order = Json.obj("media", media, "alt", alt, "caption", SandboxText.of(work.content()));
            return made(work, order, true);
        }
        return made(work, Json.obj("media", media, "alt", alt, "carousel_item", true), false);
    }

    private Preparation parent(Work work) {
        var order = Json.obj("children", work.left().ids(), "caption", SandboxText.of(work.content()));
        return made(work, order, true);
    }

    private Preparation made(Work work, Json order, boolean whole) {
        return switch (calls.post(work.connection(), "/containers", order)) {
            case Reply.Ok(var body, var _) ->
                body.at("id")
                        .text()
                        .map(id ->
                                whole ? work.left().container(id) : work.left().with(id))
                        .<Preparation>map(left -> new Preparation.Step(left.written(), Duration.ZERO))
                        .orElseGet(() -> new Preparation.Later("the server's answer cannot be read", AGAIN_SOON));
            case Reply.Refused(var _, var code, var reason) -> refused(work, code, reason);
            case Reply.Trouble trouble -> stopped(trouble);
        };
    }

    private static Preparation refused(Work work, String code, String reason) {
        return switch (code) {
            case "child_not_ready" -> new Preparation.Step(work.left().written(), POLL);
            case "child_expired", "child_unknown", "media_unknown" -> anew(work, Duration.ZERO, reason);
            case "child_failed" -> failed(work, reason);
            default -> new Preparation.Impossible(code, reason);
        };
    }

    private Preparation ready(Work work, String container) {
        return switch (calls.get(work.connection(), "/containers/" + Urls.encode(container))) {
            case Reply.Ok(var body, var _) -> ready(work, container, body);
            case Reply.Refused(var status, var _, var _)
            when status == 404 -> anew(work, Duration.ZERO, "the container is gone");
            case Reply.Trouble trouble -> stopped(trouble);
        };
    }

    /** What is published already, although nobody saw it, is sent all the same: the network refuses, and it is looked for. */
    private Preparation ready(Work work, String container, Json body) {
        return switch (body.at("status").textOr("")) {
            case "IN_PROGRESS" -> new Preparation.Step(work.left().written(), POLL);
            case "FINISHED" -> overQuota(work.connection()).orElseGet(() -> sendable(work, container));
            case "PUBLISHED" -> sendable(work, container);
            case "EXPIRED" -> anew(work, Duration.ZERO, "the container has expired");
            case "ERROR" -> failed(work, body.at("reason").textOr(""));
            default -> new Preparation.Later("the server's answer cannot be read", AGAIN_SOON);
        };
    }

    private static Preparation sendable(Work work, String container) {
        var fingerprint = SandboxText.fingerprint(SandboxText.of(work.content()));
        return new Preparation.Ready(Json.obj("container", container).toString(), container, fingerprint, true);
    }

    private static Preparation failed(Work work, String reason) {
        return NEVER.contains(reason) ? unprocessed(reason) : anew(work, AFTER_A_FAILURE, reason);
    }

    private static Preparation anew(Work work, Duration pause, String reason) {
        var again = work.left().anew();
        return again.again() > MOST_TIMES ? unprocessed(reason) : new Preparation.Step(again.written(), pause);
    }

    private static Preparation unprocessed(String reason) {
        return new Preparation.Impossible("media.unprocessed", "the network cannot process the media: " + reason);
    }

    private static Preparation stopped(Reply.Trouble trouble) {
        return switch (trouble) {
            case Reply.Expired _ -> new Preparation.Expired();
            case Reply.Refused(var _, var code, var reason) -> new Preparation.Impossible(code, reason);
            case Reply.Throttled(var pause, var reason) -> new Preparation.Later(reason, pause);
            case Reply.Doubtful(var reason) -> new Preparation.Later(reason, AGAIN_SOON);
            case Reply.Unsent(var reason) -> new Preparation.Later(reason, AGAIN_SOON);
        };
    }
}
