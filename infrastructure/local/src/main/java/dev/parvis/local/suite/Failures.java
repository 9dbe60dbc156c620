package dev.parvis.local.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.json.MalformedJson;

/** Events that no try could handle: one JSON line each in a file, and the latest in memory. */
public final class Failures {

    /** An event that was given up. */
    public record Failure(Instant at, String function, String trigger, int tries, String reason) {}

    private final Path file;
    private final History<Failure> latest = new History<>(50);

    Failures(Path file) {
        this.file = file;
    }

    /** Keeps it. */
    synchronized void add(Failure failure, byte[] event) {
        latest.add(failure);
        Json line = Json.obj(
                "at", failure.at(),
                "function", failure.function(),
                "trigger", failure.trigger(),
                "tries", failure.tries(),
                "reason", failure.reason(),
                "event", event(event));
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a failed event in " + file, e);
        }
    }

    /** The latest since the start. */
    public java.util.List<Failure> latest() {
        return latest.newestFirst();
    }

    private static Json event(byte[] event) {
        try {
            return Json.parse(event);
        } catch (MalformedJson e) {
            return Json.of(new String(event, StandardCharsets.UTF_8));
        }
    }
}
