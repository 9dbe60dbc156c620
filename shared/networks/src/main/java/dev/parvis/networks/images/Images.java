package dev.parvis.networks.images;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

import dev.parvis.domain.media.Focus;
import dev.parvis.domain.networks.ImageSize;
import dev.parvis.domain.networks.Terms;

/** Makes an image fit for a network, or says why it cannot be. */
public final class Images {
    /** Above this no image is decoded, whatever a network would take: a progressive JPEG needs 3 bytes a pixel and more. */
    public static final long MOST_PIXELS = 50_000_000;

    private static final float[] QUALITIES = {0.9f, 0.8f, 0.65f};

    private Images() {}

    /**
     * What a network takes.
     *
     * @param longestSide in pixels, for an image that must be written anew
     * @param types media types, of image/jpeg, image/png and image/gif
     * @param shape what it is cut to
     * @param focus what stays to be seen when it is cut
     */
    public record Aim(
            long maxBytes,
            long maxPixels,
            int longestSide,
            Set<String> types,
            Optional<Terms.Shape> shape,
            Focus focus) {
        public Aim {
            types = Set.copyOf(types);
        }

        /** Of any shape. */
        public Aim(long maxBytes, long maxPixels, int longestSide, Set<String> types) {
            this(maxBytes, maxPixels, longestSide, types, Optional.empty(), Focus.CENTRE);
        }

        public static Aim of(ImageSize size, Focus focus) {
            return new Aim(size.bytes(), size.pixels(), size.side(), size.types(), size.shape(), focus);
        }

        public static Aim of(ImageSize size) {
            return of(size, Focus.CENTRE);
        }

        boolean shapes(int width, int height) {
            return shape.filter(asked -> !asked.takes((double) width / height)).isEmpty();
        }

        boolean takes(Format format, long pixels, long bytes) {
            return types.contains(format.type()) && pixels <= maxPixels && bytes <= maxBytes;
        }
    }

    /** What became of an image. */
    public sealed interface Fitted {
        /** Fit to be sent. Do not change the array. */
        record Fit(byte[] bytes, String type, int width, int height) implements Fitted {}

        /** It cannot be sent; {@code reason} is for a person. */
        record Unfit(String code, String reason) implements Fitted {}
    }

    /** What an image's header says. */
    public sealed interface Header {
        /**
         * @param type its media type by its content
         * @param width as it is shown, turned if it must be
         * @param length how long it moves; zero where it stands still
         */
        record Read(String type, int width, int height, Duration length) implements Header {
            /** Of one that stands still. */
            Read(String type, int width, int height) {
                this(type, width, height, Duration.ZERO);
            }
        }

        /** It is no image that could be used; {@code reason} is for a person. */
        record Unfit(String code, String reason) implements Header {}
    }

    /** What this is, by its content. Its parts are walked through to the end, nothing is decoded. */
    public static Header header(byte[] bytes) {
        try {
            var format = Format.of(bytes);
            var size = size(bytes, format);
            Clean.of(bytes, format);
            var length = Motion.of(bytes, format);
            return Exif.orientation(bytes, format) >= Orientation.LYING
                    ? new Header.Read(format.type(), size.height(), size.width(), length)
                    : new Header.Read(format.type(), size.width(), size.height(), length);
        } catch (Unreadable unreadable) {
            return new Header.Unfit(unreadable.code(), unreadable.reason());
        }
    }

    private static Pixels.Size size(byte[] bytes, Format format) throws Unreadable {
        var size = Pixels.size(bytes, format);
        if (size.pixels() > MOST_PIXELS) {
            throw new Unreadable(
                    "image_too_large",
                    "the image has " + size.width() + " × " + size.height() + " pixels, more than we open");
        }
        return size;
    }

    public static Fitted fit(byte[] bytes, Aim aim) {
        try {
            var format = Format.of(bytes);
            var size = size(bytes, format);
            var orientation = Exif.orientation(bytes, format);
            var clean = Clean.of(bytes, format);
            if (orientation == 1
                    && aim.takes(format, size.pixels(), clean.length)
                    && aim.shapes(size.width(), size.height())
                    && Cmyk.of(bytes, format).isEmpty()) {
                return new Fitted.Fit(clean, format.type(), size.width(), size.height());
            }
            var turned = Orientation.turned(Pixels.decode(bytes, format, size, aim.longestSide()), orientation);
            return shrunk(Cut.to(turned, aim), aim);
        } catch (Unreadable unreadable) {
            return new Fitted.Unfit(unreadable.code(), unreadable.reason());
        }
    }

    /** How many times as wide as high an image is shown; empty for what is no image that we read. */
    public static OptionalDouble ratio(byte[] bytes) {
        try {
            var format = Format.of(bytes);
            var size = Pixels.size(bytes, format);
            var ratio = (double) size.width() / size.height();
            return OptionalDouble.of(Exif.orientation(bytes, format) >= Orientation.LYING ? 1 / ratio : ratio);
        } catch (Unreadable unreadable) {
            return OptionalDouble.empty();
        }
    }

    private static Fitted shrunk(BufferedImage image, Aim aim) throws Unreadable {
        var side = Math.min(aim.longestSide(), Math.max(image.getWidth(), image.getHeight()));
        for (; side >= 1; side = side * 3 / 4) {
            var scaled = Pixels.scaled(image, side);
            var pixels = (long) scaled.getWidth() * scaled.getHeight();
            for (var quality : QUALITIES) {
                var written = Pixels.jpeg(scaled, quality);
                if (aim.takes(Format.JPEG, pixels, written.length)) {
                    return new Fitted.Fit(written, Format.JPEG.type(), scaled.getWidth(), scaled.getHeight());
                }
            }
        }
        return new Fitted.Unfit("image_too_large", "the image cannot be made small enough");
    }
}
