package dev.parvis.fakes.sandbox;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.json.Json;

/** Where an account wants to hear of its comments; what was there before {@code since} is not told. */
record Hook(URI url, String secret, Instant since) {
    Map<String, @Nullable Object> save() {
        return Json.object("url", url.toString(), "secret", secret, "since", since);
    }

    static Hook load(Map<String, @Nullable Object> saved) {
        return new Hook(
                URI.create(Json.string(saved, "url", "")),
                Json.string(saved, "secret", ""),
                Instant.parse(Json.string(saved, "since", "")));
    }
}
