package dev.parvis.fakes.sandbox;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.json.Json;

/** An account of the sandbox. */
record Member(String id, String name, Instant since) {
    Map<String, @Nullable Object> save() {
        return Json.object("id", id, "name", name, "since", since);
    }

    static Member load(Map<String, @Nullable Object> saved) {
        return new Member(
                Json.string(saved, "id", ""),
                Json.string(saved, "name", ""),
                Instant.parse(Json.string(saved, "since", "")));
    }
}
