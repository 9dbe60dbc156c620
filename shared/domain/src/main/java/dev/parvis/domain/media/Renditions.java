package dev.parvis.domain.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;

import dev.parvis.domain.files.Files;
import dev.parvis.domain.networks.ImageSize;
import dev.parvis.domain.networks.NetworkId;

/**
 * The sizes that networks want, made of one original and kept beside it. A rendition's name says of which bytes, to which
 * size and around which focus it was made, so that one is never taken for another, and the library holds the digest of its
 * bytes: what else is put in its place is never sent. What is not there is made when it is needed, and comes out the same.
 */
public final class Renditions {
    private static final int NAME = 24;
    /** As exactly as a focus is kept. */
    private static final double GRAIN = 1000;

    private final MediaLibrary library;
    private final Supplier<Files> files;
    private final Sizer sizer;

    /** @param files asked at the first image that does not fit as it is */
    public Renditions(MediaLibrary library, Supplier<Files> files, Sizer sizer) {
        this.library = library;
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
        return media.fileKey() + "." + name(media, size);
    }

    /** What it is known by among the sizes of its media. */
    public static String name(Media media, ImageSize size) {
        var shape = size.shape()
                .map(asked -> asked.tallest() + ":" + asked.widest())
                .orElse("");
        var focus = shape.isEmpty()
                ? ""
                : grains(media.focus().x()) + "," + grains(media.focus().y());
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
        return digest.substring(0, NAME);
    }

    private static long grains(double coordinate) {
        return Math.round(coordinate * GRAIN);
    }

    /** The bytes that were made ahead, if they were, and if they are what lies there now. */
    public Optional<byte[]> kept(Media media, ImageSize size) {
        return find(media, size)
                .map(Rendition::state)
                .filter(Rendition.State.Made.class::isInstance)
                .map(Rendition.State.Made.class::cast)
                .flatMap(made -> read(key(media, size), made.bytes())
                        .filter(bytes -> Originals.digest(bytes).equals(made.sha256())));
    }

    /** What became of it, if it was ever made. */
    public Optional<Rendition> find(Media media, ImageSize size) {
        return library.rendition(media.workspace(), media.id(), name(media, size));
    }

    /** All that lies there up to a byte more than there may be: other bytes are no fault, they are other bytes. */
    private Optional<byte[]> read(String key, long bytes) {
        return files.get().open(key, "").map(opened -> {
            try (var file = opened) {
                return file.readNBytes(Math.toIntExact(bytes + 1));
            } catch (IOException broken) {
                throw new UncheckedIOException("reading the file " + key, broken);
            }
        });
    }

    /** The bytes of an image that was looked at; empty when nothing lies there any more, or not what was looked at. */
    public Optional<byte[]> original(Media media) {
        var sha256 = media.original().map(Original::sha256).orElse("");
        return read(media.fileKey(), media.bytes())
                .filter(bytes -> Originals.digest(bytes).equals(sha256));
    }

    /** Made now, and not kept. */
    public Sizer.Sized made(Media media, byte[] original, ImageSize size) {
        return sizer.make(original, size, media.focus());
    }

    /**
     * Makes it and keeps it, its bytes first and what they are second: what lies there without being known is not used. Empty
     * when its original is gone, or not what was looked at. May be repeated.
     */
    public Optional<Rendition> keep(Media media, ImageSize size, NetworkId network) {
        return original(media).flatMap(original -> {
            var rendition = new Rendition(name(media, size), network, kept(media, size, made(media, original, size)));
            library.keep(media.workspace(), media.id(), rendition);
            if (library.current(media.workspace(), media.id()).isEmpty()) {
                forget(media);
                return Optional.empty();
            }
            return Optional.of(rendition);
        });
    }

    private Rendition.State kept(Media media, ImageSize size, Sizer.Sized sized) {
        return switch (sized) {
            case Sizer.Sized.Unfit(var code, var reason) -> new Rendition.State.Impossible(code, reason);
            case Sizer.Sized.Fit fit -> {
                var key = key(media, size);
                if (!files.get().create(key, fit.type(), fit.bytes())) {
                    files.get().erase(key);
                    files.get().create(key, fit.type(), fit.bytes());
                }
                yield new Rendition.State.Made(
                        fit.type(), fit.bytes().length, fit.width(), fit.height(), Originals.digest(fit.bytes()));
            }
        };
    }

    /** Removes all that was made of a media: its focus is another, or it was deleted. */
    public void forget(Media media) {
        library.forgetRenditions(media.workspace(), media.id());
        files.get().keys(media.fileKey() + ".").forEach(key -> files.get().erase(key));
    }

    /** Removes a media's file, and all that was made of it. */
    public void erase(Media media) {
        forget(media);
        files.get().erase(media.fileKey());
    }
}
