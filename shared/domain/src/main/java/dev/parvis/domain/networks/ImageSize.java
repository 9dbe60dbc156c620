package dev.parvis.domain.networks;

import java.util.Optional;
import java.util.Set;

/**
 * What an image is made to for an account's server, when it does not fit as it is.
 *
 * @param bytes the most of them
 * @param side the longest in pixels, of an image that must be written anew
 * @param shape what it is cut to, where the network asks for one
 */
public record ImageSize(long bytes, long pixels, int side, Set<String> types, Optional<Terms.Shape> shape) {
    public ImageSize {
        types = Set.copyOf(types);
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
}
