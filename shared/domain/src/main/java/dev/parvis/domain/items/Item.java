package dev.parvis.domain.items;

import java.time.Instant;
import java.util.Optional;

/**
 * What was found. {@code text} is plain text as a person reads it (at most {@value #MOST_TEXT} characters are kept);
 * {@code url} may be empty; {@code parent} is the native id of what it answers.
 *
 * @param local what the server of the channel that found it knows it by, where that is not its native id
 */
public record Item(
        ItemKey key,
        ItemKind kind,
        Author author,
        String text,
        String url,
        Instant publishedAt,
        Instant foundAt,
        Optional<String> parent,
        Optional<String> local) {
    public static final int MOST_TEXT = 20_000;

    /** An item that every server knows by its native id. */
    public Item(
            ItemKey key,
            ItemKind kind,
            Author author,
            String text,
            String url,
            Instant publishedAt,
            Instant foundAt,
            Optional<String> parent) {
        this(key, kind, author, text, url, publishedAt, foundAt, parent, Optional.empty());
    }

    public Item {
        if (text.length() > MOST_TEXT) {
            text = text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, MOST_TEXT) - 1));
        }
    }
}
