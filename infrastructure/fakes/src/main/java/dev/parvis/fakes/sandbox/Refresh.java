package dev.parvis.fakes.sandbox;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.json.Json;

/** A refresh token; {@code next} is empty until it was used. */
record Refresh(String account, Instant until, String next) {
    Map<String, @Nullable Object> save() {
        return Json.object("account", account, "until", until, "next", next);
    }

    static Refresh load(Map<String, @Nullable Object> saved) {
        return new Refresh(
                Json.string(saved, "account", ""),
                Instant.parse(Json.string(saved, "until", "")),
                Json.string(saved, "next", ""));
    }
}
