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
 * @param beyond what it takes beside a text with images, and on which terms
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
        Beyond beyond) {
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
                Beyond.NOTHING);
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

    /**
     * What goes beyond a text with images, one part at a time.
     *
     * @param parts how many parts can follow the first one
     * @param comment whether the account can comment on its own post
     * @param polls what a poll may be, where the network has them
     * @param videos what a video may be, where the network takes them
     * @param terms what else is asked of a post
     */
    public record Beyond(int parts, boolean comment, Optional<Polls> polls, Optional<Videos> videos, Terms terms) {
        static final Beyond NOTHING = new Beyond(0, false, Optional.empty(), Optional.empty(), Terms.NONE);
    }

    public int parts() {
        return beyond.parts();
    }

    public boolean comment() {
        return beyond.comment();
    }

    public Optional<Polls> polls() {
        return beyond.polls();
    }

    public Optional<Videos> videos() {
        return beyond.videos();
    }

    public Terms terms() {
        return beyond.terms();
    }

    public Limits withParts(int most, boolean takesComment) {
        return with(new Beyond(most, takesComment, polls(), videos(), terms()));
    }

    public Limits with(Polls asked) {
        return with(new Beyond(parts(), comment(), Optional.of(asked), videos(), terms()));
    }

    public Limits with(Videos shown) {
        return with(new Beyond(parts(), comment(), polls(), Optional.of(shown), terms()));
    }

    public Limits with(Terms asked) {
        return with(new Beyond(parts(), comment(), polls(), videos(), asked));
    }

    private Limits with(Beyond other) {
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
                other);
    }
}
