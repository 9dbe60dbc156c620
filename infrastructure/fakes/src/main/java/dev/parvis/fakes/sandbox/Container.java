package dev.parvis.fakes.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.json.Json;

/**
 * What is made before a post of the gallery is: one picture or film, or several of those together.
 *
 * @param pictures of a carousel: its children's, in their order
 * @param item whether it can stand in a carousel, and nowhere else
 * @param readyAt when the network is done with it
 * @param fault why it cannot be used; empty when it can
 * @param post what it was published as; empty until then
 */
record Container(
        String id,
        String account,
        String caption,
        List<Post.Picture> pictures,
        boolean item,
        Instant createdAt,
        Instant readyAt,
        String fault,
        String post) {
    static final Duration LIFE = Duration.ofHours(24);

    enum Status {
        IN_PROGRESS,
        FINISHED,
        ERROR,
        EXPIRED,
        PUBLISHED
    }

    Status status(Instant now) {
        if (!post.isEmpty()) return Status.PUBLISHED;
        if (!now.isBefore(createdAt.plus(LIFE))) return Status.EXPIRED;
        if (now.isBefore(readyAt)) return Status.IN_PROGRESS;
        return fault.isEmpty() ? Status.FINISHED : Status.ERROR;
    }

    Container publishedAs(String made) {
        return new Container(id, account, caption, pictures, item, createdAt, readyAt, fault, made);
    }

    Map<String, @Nullable Object> view(Instant now) {
        Status status = status(now);
        return Json.object("id", id, "status", status.name(), "reason", status == Status.ERROR ? fault : "");
    }

    Map<String, @Nullable Object> save() {
        return Json.object(
                "id",
                id,
                "account",
                account,
                "caption",
                caption,
                "pictures",
                pictures.stream().map(Post.Picture::save).toList(),
                "item",
                item,
                "created_at",
                createdAt,
                "ready_at",
                readyAt,
                "fault",
                fault,
                "post",
                post);
    }

    static Container load(Map<String, @Nullable Object> saved) {
        return new Container(
                Json.string(saved, "id", ""),
                Json.string(saved, "account", ""),
                Json.string(saved, "caption", ""),
                Post.Picture.load(Json.list(saved, "pictures")),
                Json.flag(saved, "item"),
                Instant.parse(Json.string(saved, "created_at", "")),
                Instant.parse(Json.string(saved, "ready_at", "")),
                Json.string(saved, "fault", ""),
                Json.string(saved, "post", ""));
    }
}
