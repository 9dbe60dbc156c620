package dev.parvis.domain.networks;

import java.util.Optional;
import java.util.Set;

/**
 * What an image is made to for an account's server, when it does not fit as it is.
 *
 * @param bytes the most of them
 * @param side the longest in pixels, of an image that must be written anew
 * @param shape what it is cut to, where the network asks for one
 * @param moving whether a GIF that is sent as it is moves there
 */
public record ImageSize(
        long bytes, long pixels, int side, Set<String> types, Optional<Terms.Shape> shape, boolean moving) {
    public ImageSize {
        types = Set.copyOf(types);
    }

    /** Of a network that lets a GIF move. */
    public ImageSize(long bytes, long pixels, int side, Set<String> types, Optional<Terms.Shape> shape) {
        this(bytes, pixels, side, types, shape, true);
    }

    public static ImageSize of(Limits limits, int side) {
        return new ImageSize(
                limits.imageBytes(),
                limits.imagePixels(),
                side,
                limits.imageTypes(),
                limits.terms().shape());
    }

    /** Whether an image is taken as it is. */
    public boolean takes(String type, long length, int width, int height) {
        return types.contains(type)
                && length <= bytes
                && (long) width * height <= pixels
                && shape.filter(asked -> !asked.takes((double) width / height)).isEmpty();
    }

    /** What an image will be: its figures, and whether something of it is cut away. */
    public record Outlook(boolean asIs, int width, int height, boolean cropped) {}

    /**
     * What an image of these figures is made to. Where it is written anew its sides may be a pixel or two away, and are smaller
     * when only that makes its bytes fit.
     */
    public Outlook outlook(String type, long length, int width, int height) {
        if (takes(type, length, width, height)) {
            return new Outlook(true, width, height, false);
        }
        var ratio = (double) width / height;
        var wanted = shape.map(asked -> Math.clamp(ratio, asked.tallest(), asked.widest()))
                .orElse(ratio);
        var cutWidth = wanted < ratio ? height * wanted : width;
        var cutHeight = wanted > ratio ? width / wanted : height;
        var longest = Math.max(cutWidth, cutHeight);
        var to = (int) Math.min(longest, side);
        while (to > 1 && cutWidth * cutHeight * to / longest * to / longest > pixels) {
            to = to * 3 / 4;
        }
        return new Outlook(
                false,
                (int) Math.max(1, Math.round(cutWidth * to / longest)),
                (int) Math.max(1, Math.round(cutHeight * to / longest)),
                wanted != ratio);
    }
}
