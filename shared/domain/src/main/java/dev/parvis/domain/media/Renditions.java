package dev.parvis.domain.media;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

import dev.parvis.domain.files.Files;
import dev.parvis.domain.networks.ImageSize;

/**
 * The sizes that networks want, made of one original and kept beside it. A rendition's name says of which bytes, to which
 * size and around which focus it was made, so that one is never taken for another; what is not there is made when it is
 * needed, and comes out the same.
 */
public final class Renditions {
    private static final int NAME = 24;

    private final Supplier<Files> files;
    private final Sizer sizer;

    /** @param files asked at the first image that does not fit as it is */
    public Renditions(Supplier<Files> files, Sizer sizer) {
        this.files = files;
        this.sizer = sizer;
    }

    /** Whether an image that was looked at must be made to this size; a video never is. */
    public static boolean isNeeded(Media media, ImageSize size) {
        return !media.isVideo()
                && media.original()
                        .filter(found -> !size.takes(media.type(), media.bytes(), found.width(), found.height()))
                        .isPresent();
    }

    /** Where it lies in the bucket. */
    public static String key(Media media, ImageSize size) {
        var shape = size.shape()
                .map(asked -> asked.tallest() + ":" + asked.widest())
                .orElse("");
        var focus =
                shape.isEmpty() ? "" : media.focus().x() + "," + media.focus().y();
        var all = String.join(
                "\n",
                media.original().map(Original::sha256).orElse(""),
                Long.toString(size.bytes()),
                Long.toString(size.pixels()),
                Integer.toString(size.side()),
                size.types().stream().sorted().toList().toString(),
                shape,
                focus);
        var digest = Originals.digest(all.getBytes(StandardCharsets.UTF_8));
        return media.fileKey() + "." + digest.substring(0, NAME);
    }

    /** What was made ahead, if it was. */
    public Optional<byte[]> kept(Media media, ImageSize size) {
        return files.get().read(key(media, size), size.bytes());
    }

    /** Made now, and not kept. */
    public Sizer.Sized made(Media media, byte[] original, ImageSize size) {
        return sizer.make(original, size, media.focus());
    }

    /** Makes it and keeps it; empty when its original is gone. */
    public Optional<Sizer.Sized> keep(Media media, ImageSize size) {
        return files.get().read(media.fileKey(), Media.MOST_BYTES).map(original -> {
            var sized = made(media, original, size);
            if (sized instanceof Sizer.Sized.Fit fit) {
                files.get().create(key(media, size), fit.type(), fit.bytes());
            }
            return sized;
        });
    }

    /** Removes a media's file, and all that was made of it. */
    public void erase(Media media) {
        var own = media.fileKey();
        files.get().keys(own + ".").forEach(key -> files.get().erase(key));
        files.get().erase(own);
    }
}
