package dev.parvis.fakes.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.json.Json;

/** Something published. A deleted one is kept for its key. {@code replyTo} is empty when it answers nothing. */
record Post(String id, String key, String account, Content content, Instant createdAt, boolean deleted) {
    /** What decides whether a key came again with the same. */
    record Content(String text, String language, List<Picture> media, String replyTo) {}

    record Picture(String id, String type, String alt) {
        Map<String, @Nullable Object> save() {
            return Json.object("id", id, "type", type, "alt", alt);
        }
    }

    Post delete() {
        return new Post(id, key, account, content, createdAt, true);
    }

    Map<String, @Nullable Object> save() {
        return Json.object(
                "id", id,
                "key", key,
                "account", account,
                "text", content.text,
                "language", content.language,
                "media", content.media.stream().map(Picture::save).toList(),
                "reply_to", content.replyTo,
                "created_at", createdAt,
                "deleted", deleted);
    }

    static Post load(Map<String, @Nullable Object> saved) {
        List<Picture> media = Json.list(saved, "media").stream()
                .map(Json::asMap)
                .map(one -> new Picture(
                        Json.string(one, "id", ""), Json.string(one, "type", ""), Json.string(one, "alt", "")))
                .toList();
        return new Post(
                Json.string(saved, "id", ""),
                Json.string(saved, "key", ""),
                Json.string(saved, "account", ""),
                new Content(
                        Json.string(saved, "text", ""),
                        Json.string(saved, "language", ""),
                        media,
                        Json.string(saved, "reply_to", "")),
                Instant.parse(Json.string(saved, "created_at", "")),
                Json.flag(saved, "deleted"));
    }
}
