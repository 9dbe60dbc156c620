package dev.parvis.domain.networks;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What a server accepts, as data that the API shows before scheduling.
 *
 * @param textLength the most, counted as {@code countedIn} says
 * @param textBytes the most UTF-8 bytes, 0 where the server does not say
 * @param urlLength what a URL counts for, 0 where it counts in full
 * @param images the most images of one post
 * @param imageBytes the most bytes of an image after our own shrinking
 * @param parts how many parts can follow the first one
 * @param comment whether the account can comment on its own post
 * @param polls what a poll may be, where the network has them
 * @param videos what a video may be, where the network takes them
 * @param terms what else is asked of a post
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
        Set<String> imageTypes,
        int parts,
        boolean comment,
        Optional<Polls> polls,
        Optional<Videos> videos,
        Terms terms) {
    /** The unit a length is counted in. */
    public enum Counting {
        GRAPHEMES,
        CODE_POINTS,
        UTF16_UNITS
    }

    public Limits {
        imageTypes = Set.copyOf(imageTypes);
    }

    /** Of a network that takes texts and images only, one part at a time. */
    public Limits(
            int textLength,
            Counting countedIn,
            int textBytes,
            int urlLength,
            int images,
            long imageBytes,
            long imagePixels,
            int altLength,
            Set<String> imageTypes) {
        this(
                textLength,
                countedIn,
                textBytes,
                urlLength,
                images,
                imageBytes,
                imagePixels,
                altLength,
                imageTypes,
                0,
                false,
                Optional.empty(),
                Optional.empty(),
                Terms.NONE);
    }

    /**
     * What a poll may be.
     *
     * @param options the most; two are the least
     * @param optionLength the most characters of an option, counted as texts are
     * @param withMedia whether it may stand beside images or a video
     */
    public record Polls(int options, int optionLength, Duration shortest, Duration longest, boolean withMedia) {}

    /** @param length the longest; zero where the server does not say */
    public record Videos(long bytes, Duration length, Set<String> types) {
        public Videos {
            types = Set.copyOf(types);
        }
    }

    public Limits withParts(int most, boolean takesComment) {
        return new Limits(
                textLength,
                countedIn,
                textBytes,
                urlLength,
                images,
                imageBytes,
                imagePixels,
                altLength,
                imageTypes,
                most,
                takesComment,
                polls,
                videos,
                terms);
    }

    public Limits with(Polls asked) {
        return new Limits(
                textLength,
                countedIn,
                textBytes,
                urlLength,
                images,
                imageBytes,
                imagePixels,
                altLength,
                imageTypes,
                parts,
                comment,
                Optional.of(asked),
                videos,
                terms);
    }

    public Limits with(Videos shown) {
        return new Limits(
                textLength,
                countedIn,
                textBytes,
                urlLength,
                images,
                imageBytes,
                imagePixels,
                altLength,
                imageTypes,
                parts,
                comment,
                polls,
                Optional.of(shown),
                terms);
    }

    public Limits with(Terms asked) {
        return new Limits(
                textLength,
                countedIn,
                textBytes,
                urlLength,
                images,
                imageBytes,
                imagePixels,
                altLength,
                imageTypes,
                parts,
                comment,
                polls,
                videos,
                asked);
    }
}
