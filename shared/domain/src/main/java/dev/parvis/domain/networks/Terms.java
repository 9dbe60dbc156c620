package dev.parvis.domain.networks;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.parvis.domain.posts.Content;

/**
 * What a network asks of a post beside its length: the shape of images, how many posts in a time, what a post costs, what
 * several pictures become. Each is empty where the network declares none.
 */
public record Terms(Optional<Shape> shape, Optional<Quota> quota, Optional<Price> price, Optional<Pictures> pictures) {
    public static final Terms NONE = new Terms(Optional.empty(), Optional.empty(), Optional.empty());

    /** Of a network that takes texts alone, and shows several pictures at once. */
    public Terms(Optional<Shape> shape, Optional<Quota> quota, Optional<Price> price) {
        this(shape, quota, price, Optional.empty());
    }

    /**
     * Of a network of pictures and films: a post without any is none, and a comment has none. Several are a carousel, swiped
     * through one by one in the order of the content, the video last.
     *
     * @param carousel so many, pictures and video together, make one
     * @param most in one
     */
    public record Pictures(int carousel, int most) {}

    /** The ratio of width to height of every image, from the tallest that is taken to the widest. */
    public record Shape(double tallest, double widest) {
        public boolean takes(double ratio) {
            return ratio >= tallest && ratio <= widest;
        }
    }

    /** At most so many posts of an account in any stretch of this length. */
    public record Quota(int posts, Duration within) {}

    /**
     * What a post costs whoever pays the network's bill.
     *
     * @param currency ISO 4217
     * @param withLink what one costs that holds a URL, in its text or as its link
     * @param source where that is declared: the address of a price list, and of when it is
     */
    public record Price(String currency, BigDecimal plain, BigDecimal withLink, String source) {
        BigDecimal of(Content content) {
            var text = content.text().toLowerCase(Locale.ROOT);
            var holdsUrl = content.link().isPresent() || text.contains("https://") || text.contains("http://");
            return holdsUrl ? withLink : plain;
        }
    }

    /** What one post costs, its parts together. */
    public record Cost(String currency, BigDecimal amount, String source) {}

    /** What this content costs, as it goes out on the network; empty where that charges nothing. */
    public Optional<Cost> cost(Content content) {
        return price.map(asked -> new Cost(
                asked.currency(),
                IntStream.range(0, content.size())
                        .mapToObj(number -> asked.of(content.part(number)))
                        .reduce(BigDecimal.ZERO, BigDecimal::add),
                asked.source()));
    }
}
