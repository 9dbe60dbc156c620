package dev.parvis.fakes.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.json.Json;

/** Something published. A deleted one is kept for its key. {@code replyTo} is empty when it answers nothing. */
record Post(String id, String key, String account, Content content, Instant createdAt, boolean deleted) {
    /** What decides whether a key came again with the same. */
    record Content(String text, String language, List<Picture> media, String replyTo, Optional<Poll> poll) {}

    /** A question; nobody's votes are kept: like all figures, they are made of the post's id and the time. */
    record Poll(List<String> options, long openSeconds, boolean multiple) {
        Map<String, @Nullable Object> save() {
            return Json.object("options", options, "open_seconds", openSeconds, "multiple", multiple);
        }

        static Optional<Poll> load(Map<String, @Nullable Object> saved) {
            List<String> options =
                    Json.list(saved, "options").stream().map(String::valueOf).toList();
            return options.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Poll(options, Json.number(saved, "open_seconds", 0), Json.flag(saved, "multiple")));
        }
    }

    record Picture(String id, String type, String alt) {
        Map<String, @Nullable Object> save() {
            return Json.object("id", id, "type", type, "alt", alt);
        }

        static List<Picture> load(List<?> saved) {
            return saved.stream()
                    .map(Json::asMap)
                    .map(one -> new Picture(
                            Json.string(one, "id", ""), Json.string(one, "type", ""), Json.string(one, "alt", "")))
                    .toList();
        }
    }

    Post delete() {
        return new Post(id, key, account, content, createdAt, true);
    }

    Map<String, @Nullable Object> save() {
        return Json.object(
                "id",
                id,
                "key",
                key,
                "account",
                account,
                "text",
                content.text,
                "language",
                content.language,
                "media",
                content.media.stream().map(Picture::save).toList(),
                "reply_to",
                content.replyTo,
                "poll",
                content.poll.map(Poll::save).orElse(null),
                "created_at",
                createdAt,
                "deleted",
                deleted);
    }

    static Post load(Map<String, @Nullable Object> saved) {
        List<Picture> media = Picture.load(Json.list(saved, "media"));
        return new Post(
                Json.string(saved, "id", ""),
                Json.string(saved, "key", ""),
                Json.string(saved, "account", ""),
                new Content(
                        Json.string(saved, "text", ""),
                        Json.string(saved, "language", ""),
                        media,
                        Json.string(saved, "reply_to", ""),
                        Poll.load(Json.map(saved, "poll"))),
                Instant.parse(Json.string(saved, "created_at", "")),
                Json.flag(saved, "deleted"));
    }
}
