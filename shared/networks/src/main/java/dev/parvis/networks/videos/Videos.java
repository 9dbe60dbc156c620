package dev.parvis.networks.videos;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.parvis.domain.networks.Limits;

/** Says whether a video is fit for a network, and what it tells of itself. */
public final class Videos {
    /** The most bytes of a video that we carry: it is held in memory while it is uploaded. */
    public static final long MOST_BYTES = 50_000_000;

    private Videos() {}

    /** What became of a video. */
    public sealed interface Fitted {
        /**
         * Fit to be sent as it is.
         *
         * @param width as it is shown, turned as its track says; 0 where the file does not tell
         */
        record Fit(String type, int width, int height) implements Fitted {}

        /** It cannot be sent; {@code reason} is for a person. */
        record Unfit(String code, String reason) implements Fitted {}
    }

    /** What a server takes, and no more than we carry. */
    public static Limits.Videos carried(long bytes, Duration length, Set<String> types) {
        return new Limits.Videos(Math.min(bytes, MOST_BYTES), length, types);
    }

    public static Fitted fit(byte[] bytes, Limits.Videos limits) {
        var seen = Container.of(bytes);
        if (seen.isEmpty()) {
            return new Fitted.Unfit("video_unreadable", "the file is no video that we know: MP4, QuickTime or WebM");
        }
        var video = seen.get();
        return wrong(bytes.length, video, limits)
                .<Fitted>map(unfit -> unfit)
                .orElseGet(() -> new Fitted.Fit(video.type(), video.width(), video.height()));
    }

    private static Optional<Fitted.Unfit> wrong(int bytes, Container video, Limits.Videos limits) {
        if (!limits.types().contains(video.type())) {
            var types = limits.types().stream().sorted().collect(Collectors.joining(", "));
            return Optional.of(
                    new Fitted.Unfit("video_type", "the video is " + video.type() + "; this network takes " + types));
        }
        if (bytes > limits.bytes()) {
            return Optional.of(new Fitted.Unfit(
                    "video_too_large", "the video has " + bytes + " bytes; this network takes " + limits.bytes()));
        }
        if (!limits.length().isZero() && video.length().compareTo(limits.length()) > 0) {
            return Optional.of(new Fitted.Unfit(
                    "video_too_long",
                    "the video lasts " + video.length().toSeconds() + " s; this network takes "
                            + limits.length().toSeconds() + " s"));
        }
        return Optional.empty();
    }
}
