package dev.parvis.networks.sandbox;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.media.Fitness;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.networks.Checks;
import dev.parvis.domain.networks.ImageSize;
import dev.parvis.domain.networks.Limits;
import dev.parvis.domain.networks.Publishes;
import dev.parvis.domain.networks.Publishes.Above;
import dev.parvis.domain.networks.Publishes.MediaReader;
import dev.parvis.domain.networks.Publishes.Piece;
import dev.parvis.domain.networks.Publishes.Preparation;
import dev.parvis.domain.posts.Content;
import dev.parvis.kernel.http.out.Payload;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.secret.Sha256;
import dev.parvis.networks.http.Reply;
import dev.parvis.networks.images.Images;
import dev.parvis.networks.videos.Videos;

/** What a post of the sandbox needs before its instant: what it shows uploaded, and the order written. */
final class SandboxPreparation {
    /** Of an image that is written anew; what {@link dev.parvis.domain.networks.Publishes#imageSize} says too. */
    private static final int LONGEST_SIDE = 2400;

    private static final Duration AGAIN_SOON = Duration.ofSeconds(5);
    /** From preparing to the end of the send: the token must last that long. */
    private static final Duration NEEDED = Duration.ofMinutes(4);

    private final SandboxCalls calls;
    private final Publishes publishes;
    private final InstantSource clock;

    /** @param publishes tells what is wrong with a content */
    SandboxPreparation(SandboxCalls calls, Publishes publishes, InstantSource clock) {
        this.calls = calls;
        this.publishes = publishes;
        this.clock = clock;
    }

    Preparation prepare(Connection connection, Piece piece, MediaReader media) {
        if (Pass.of(connection).diesWithin(NEEDED, clock.instant())) {
            return new Preparation.Expired();
        }
        return switch (calls.get(connection, "/limits")) {
            case Reply.Ok(var told, var _) -> prepare(connection, piece, media, SandboxText.limits(told));
            case Reply.Trouble trouble -> stopped(trouble);
        };
    }

    private Preparation prepare(Connection connection, Piece piece, MediaReader media, Limits limits) {
        var content = piece.content();
        var wrong = Checks.of(publishes, content, limits);
        if (!wrong.isEmpty()) {
            return new Preparation.Impossible(
                    wrong.getFirst().code(), wrong.getFirst().detail());
        }
        var uploaded = new ArrayList<Json>();
        var shown = new Shown(connection, media, limits, uploaded);
        var stopped = content.images().stream()
                .map(image -> image(shown, image))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> content.video().flatMap(video -> video(shown, video)));
        return stopped.orElseGet(() -> ready(piece, uploaded));
    }

    private static Preparation ready(Piece piece, List<Json> uploaded) {
        var content = piece.content();
        var text = SandboxText.of(content);
        var key = wireKey(piece.key());
        var order = Json.obj(
                "key",
                key,
                "text",
                text,
                "language",
                Optional.of(content.language()).filter(tag -> !tag.isEmpty()),
                "media",
                List.copyOf(uploaded),
                "reply_to",
                piece.above().map(Above::answered),
                "poll",
                content.poll().map(SandboxPreparation::asked));
        return new Preparation.Ready(order.toString(), key, SandboxText.fingerprint(text), false);
    }

    private static Json asked(Content.Poll poll) {
        return Json.obj(
                "options", poll.options(), "open_seconds", poll.open().toSeconds(), "multiple", poll.multiple());
    }

    /** Our keys hold dots, which the network's must not. */
    static String wireKey(String key) {
        return Sha256.hex(key).substring(0, 40);
    }

    /** @param uploaded what is there already, added to */
    private record Shown(Connection connection, MediaReader media, Limits limits, List<Json> uploaded) {}

    /** Answers what stopped it, if anything did. */
    private Optional<Preparation> image(Shown shown, Content.Image image) {
        var limits = shown.limits();
        var size = ImageSize.of(limits, LONGEST_SIDE);
        var bytes = shown.media().read(image.mediaId(), Media.MOST_BYTES, size);
        return switch (Images.fit(bytes, Images.Aim.of(size))) {
            case Images.Fitted.Unfit(var code, var reason) -> Optional.of(new Preparation.Impossible(code, reason));
            case Images.Fitted.Fit fit -> upload(shown, Payload.bytes(fit.bytes(), fit.type()), image.alt());
        };
    }

    private Optional<Preparation> video(Shown shown, Content.Video video) {
        var film = shown.media().film(video.mediaId());
        return Fitness.of(film, shown.limits().videos().orElseThrow())
                .<Preparation>map(unfit -> new Preparation.Impossible(unfit.code(), unfit.detail()))
                .or(() -> upload(shown, Videos.payload(film), video.alt()));
    }

    /** The same bytes get the same id, so preparing again prepares the same. */
    private Optional<Preparation> upload(Shown shown, Payload bytes, String alt) {
        return switch (calls.upload(shown.connection(), bytes)) {
            case Reply.Ok(var body, var _)
            when body.at("id").text().isPresent() -> {
                shown.uploaded().add(Json.obj("id", body.at("id"), "alt", alt));
                yield Optional.empty();
            }
            case Reply.Ok _ ->
                Optional.of(new Preparation.Later("the server's answer to an upload cannot be read", AGAIN_SOON));
            case Reply.Trouble trouble -> Optional.of(stopped(trouble));
        };
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
