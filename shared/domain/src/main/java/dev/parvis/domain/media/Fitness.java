package dev.parvis.domain.media;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.parvis.domain.networks.Limits;
import dev.parvis.domain.networks.Publishes.Film;
import dev.parvis.domain.networks.Publishes.Violation;
import dev.parvis.domain.posts.Content;

/**
 * Whether a server takes a media, as far as its declaration and its header tell. Images that are too large are no obstacle,
 * they are made smaller when they are sent; what cannot be made smaller here is: videos, and WebP.
 */
public final class Fitness {
    private static final String WEBP = "image/webp";
    private static final long MEGABYTE = 1_000_000;

    private Fitness() {}

    /** What is wrong, and why, in words for a person. */
    public record Unfit(String code, String detail) {}

    /**
     * Of all that a content shows on a network; pointers are into the content.
     *
     * @param find empty for what is no media of the brand, which is somebody else's to say
     */
    public static List<Violation> of(Content said, Limits limits, Function<String, Optional<Media>> find) {
        var found = new ArrayList<Violation>();
        images("", said.images(), limits, find, found);
        said.video()
                .flatMap(video -> find.apply(video.mediaId()))
                .flatMap(media -> of(media, limits))
                .ifPresent(unfit -> found.add(new Violation("/video", unfit.code(), unfit.detail())));
        for (var i = 0; i < said.parts().size(); i++) {
            images("/parts/" + i, said.parts().get(i).images(), limits, find, found);
        }
        return List.copyOf(found);
    }

    private static void images(
            String at,
            List<Content.Image> images,
            Limits limits,
            Function<String, Optional<Media>> find,
            List<Violation> into) {
        for (var i = 0; i < images.size(); i++) {
            var pointer = at + "/images/" + i;
            find.apply(images.get(i).mediaId())
                    .flatMap(media -> of(media, limits))
                    .ifPresent(unfit -> into.add(new Violation(pointer, unfit.code(), unfit.detail())));
        }
    }

    public static Optional<Unfit> of(Media media, Limits limits) {
        if (media.isVideo()) {
            return limits.videos().flatMap(videos -> video(media, videos));
        }
        return media.type().equals(WEBP) ? webP(media, limits) : Optional.empty();
    }

    private static Optional<Unfit> video(Media media, Limits.Videos videos) {
        var length = media.original().map(Original::length).orElse(Duration.ZERO);
        return video("“" + media.name() + "”", new Seen(media.type(), media.bytes(), length), videos);
    }

    /** A film that is about to be sent. */
    public static Optional<Unfit> of(Film film, Limits.Videos videos) {
        return video("the video", new Seen(film.type(), film.bytes(), film.length()), videos);
    }

    private record Seen(String type, long bytes, Duration length) {}

    private static Optional<Unfit> video(String name, Seen seen, Limits.Videos videos) {
        if (!videos.types().contains(seen.type())) {
            return unfit("video_type", name + " is " + seen.type() + "; taken are " + listed(videos.types()));
        }
        if (seen.bytes() > videos.bytes()) {
            return unfit(
                    "video_too_large",
                    name + " has " + megabytes(seen.bytes()) + " MB; taken are " + videos.bytes() / MEGABYTE + " MB");
        }
        if (!videos.length().isZero() && seen.length().compareTo(videos.length()) > 0) {
            return unfit(
                    "video_too_long",
                    name + " lasts " + seconds(seen.length()) + " seconds; taken are "
                            + videos.length().toSeconds());
        }
        return Optional.empty();
    }

    private static Optional<Unfit> webP(Media media, Limits limits) {
        if (!limits.imageTypes().contains(WEBP)) {
            return unfit(
                    "image_type",
                    "“" + media.name() + "” is WebP, which this network does not take: upload it as JPEG or PNG");
        }
        var pixels = media.original()
                .map(found -> (long) found.width() * found.height())
                .orElse(0L);
        if (media.bytes() > limits.imageBytes() || pixels > limits.imagePixels()) {
            return unfit(
                    "image_too_large",
                    "“" + media.name()
                            + "” is too large, and a WebP image is not made smaller here: upload it as JPEG");
        }
        return Optional.empty();
    }

    private static Optional<Unfit> unfit(String code, String detail) {
        return Optional.of(new Unfit(code, detail));
    }

    private static String listed(Set<String> types) {
        return types.stream().sorted().collect(Collectors.joining(", "));
    }

    /** Rounded up: what is over a limit by a byte does not look as if it were under it. */
    private static long megabytes(long bytes) {
        return (bytes + MEGABYTE - 1) / MEGABYTE;
    }

    private static long seconds(Duration length) {
        return length.plusMillis(999).toSeconds();
    }
}
