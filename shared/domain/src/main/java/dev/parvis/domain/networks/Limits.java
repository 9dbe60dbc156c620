package dev.parvis.domain.networks;

import java.util.Set;

/**
 * What a server accepts, as data that the API shows before scheduling.
 *
 * @param textLength the most, counted as {@code countedIn} says
 * @param textBytes the most UTF-8 bytes, 0 where the server does not say
 * @param urlLength what a URL counts for, 0 where it counts in full
 * @param images the most images of one post
 * @param imageBytes the most bytes of an image after our own shrinking
 */
public record Limits(
        int textLength,
        Counting countedIn,
        int textBytes,
        int urlLength,
        int images,
        long imageBytes,
        long imagePixels,
        int altLength,
        Set<String> imageTypes) {
    /** The unit a length is counted in. */
    public enum Counting {
        GRAPHEMES,
        CODE_POINTS,
        UTF16_UNITS
    }

    public Limits {
        imageTypes = Set.copyOf(imageTypes);
    }
}
