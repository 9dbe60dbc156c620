package dev.parvis.fakes.mastodon;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.json.Json;

/** An upload: ready once its polls are used up; attached to one status at most. */
record Media(String id, String owner, String type, String description, byte[] bytes, int pollsLeft, boolean attached) {
    boolean ready() {
        return pollsLeft == 0;
    }

    Media polled() {
        return new Media(id, owner, type, description, bytes, Math.max(0, pollsLeft - 1), attached);
    }

    Media attach() {
        return new Media(id, owner, type, description, bytes, pollsLeft, true);
    }

    Media describe(String text) {
        return new Media(id, owner, type, text, bytes, pollsLeft, attached);
    }

    Map<String, @Nullable Object> view(String base) {
        String url = base + "/media/" + id;
        return Json.object(
                "id",
                id,
                "type",
                type.startsWith("image/") ? "image" : "video",
                "url",
                ready() ? url : null,
                "preview_url",
                url,
                "remote_url",
                null,
                "meta",
                Json.object(),
                "description",
                description.isEmpty() ? null : description,
                "blurhash",
                "UFBWY:8_0Jxv4mx]t8t64.%M-:IUWGWAt6M}");
    }
}
