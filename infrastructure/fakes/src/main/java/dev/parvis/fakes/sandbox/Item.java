package dev.parvis.fakes.sandbox;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.json.Json;

/** What somebody wrote: a comment under a post, or a mention elsewhere ({@code post} empty). */
record Item(String id, String account, String post, Author author, String text, String language, Instant createdAt) {
    /** The order of time, then of ids. */
    static final Comparator<Item> ORDER = Comparator.comparing(Item::createdAt).thenComparing(Item::id);

    record Author(String id, String name) {}

    boolean isComment() {
        return !post.isEmpty();
    }

    /** A place in {@link #ORDER}. */
    String cursor() {
        return createdAt.toEpochMilli() + "." + id;
    }

    boolean after(String cursor) {
        if (cursor.isEmpty()) return true;
        String[] parts = cursor.split("\\.", 2);
        if (parts.length != 2 || !parts[0].matches("[0-9]{1,15}"))
            throw new SandboxError(422, "cursor_invalid", "This cursor was not given out here");
        long millis = Long.parseLong(parts[0]);
        long mine = createdAt.toEpochMilli();
        return mine != millis ? mine > millis : id.compareTo(parts[1]) > 0;
    }

    Map<String, @Nullable Object> save() {
        return Json.object(
                "id",
                id,
                "account",
                account,
                "post",
                post,
                "author",
                author.id,
                "name",
                author.name,
                "text",
                text,
                "language",
                language,
                "created_at",
                createdAt);
    }

    static Item load(Map<String, @Nullable Object> saved) {
        return new Item(
                Json.string(saved, "id", ""),
                Json.string(saved, "account", ""),
                Json.string(saved, "post", ""),
                new Author(Json.string(saved, "author", ""), Json.string(saved, "name", "")),
                Json.string(saved, "text", ""),
                Json.string(saved, "language", ""),
                Instant.parse(Json.string(saved, "created_at", "")));
    }
}
