package dev.parvis.domain.media;

/**
 * The point of an image that must stay to be seen when it is cut, as Mastodon and its kin have it: from the left (-1) to the
 * right (1), from the bottom (-1) to the top (1).
 */
public record Focus(double x, double y) {
    public static final Focus CENTRE = new Focus(0, 0);

    public Focus {
        if (!(Math.abs(x) <= 1 && Math.abs(y) <= 1)) {
            throw new IllegalArgumentException("a focus lies between -1 and 1");
        }
    }
}
