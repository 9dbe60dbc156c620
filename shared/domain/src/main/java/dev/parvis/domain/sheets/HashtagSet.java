package dev.parvis.domain.sheets;

import java.util.List;

/**
 * Hashtags that go together, each with its number sign.
 *
 * @param common whether anybody may use them, as {@code #lyon}: else they are a sign of this brand
 */
public record HashtagSet(String name, List<String> tags, boolean common) {
    public static final int MOST_TAGS = 30;

    public HashtagSet {
        tags = List.copyOf(tags);
        if (tags.size() > MOST_TAGS) {
            throw new IllegalArgumentException("a set has at most " + MOST_TAGS + " hashtags");
        }
    }
}
