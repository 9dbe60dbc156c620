package dev.parvis.domain.items;

import java.time.Instant;
import java.util.Optional;

/**
 * What was found. {@code text} is plain text as a person reads it (at most {@value #MOST_TEXT} characters are kept);
 * {@code url} may be empty; {@code parent} is the native id of what it answers.
 */
public record Item(
        ItemKey key,
        ItemKind kind,
        Author author,
        String text,
        String url,
        Instant publishedAt,
        Instant foundAt,
        Optional<String> parent) {
    public static final int MOST_TEXT = 20_000;

    public Item {
        if (text.length() > MOST_TEXT) {
            text = text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, MOST_TEXT) - 1));
        }
    }
}
