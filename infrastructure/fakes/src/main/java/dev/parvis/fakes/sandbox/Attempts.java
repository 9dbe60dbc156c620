package dev.parvis.fakes.sandbox;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.json.Json;

/** How far the webhook about one item has come. */
record Attempts(int made, Instant next, boolean done) {
    Map<String, @Nullable Object> save() {
        return Json.object("made", made, "next", next, "done", done);
    }

    static Attempts load(Map<String, @Nullable Object> saved) {
        return new Attempts(
                (int) Json.number(saved, "made", 0),
                Instant.parse(Json.string(saved, "next", "")),
                Json.flag(saved, "done"));
    }
}
