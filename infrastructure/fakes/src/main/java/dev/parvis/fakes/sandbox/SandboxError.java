package dev.parvis.fakes.sandbox;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.json.Json;

/** An answer {@code {"error":code,"message":text}} with its status. */
final class SandboxError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String text;

    SandboxError(int status, String code, String text) {
        super(code + ": " + text);
        this.status = status;
        this.code = code;
        this.text = text;
    }

    static SandboxError notFound(String what) {
        return new SandboxError(404, "not_found", "There is no " + what);
    }

    int status() {
        return status;
    }

    Map<String, @Nullable Object> body() {
        return Json.object("error", code, "message", text);
    }
}
