package dev.parvis.fakes.http;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.json.Json;

/** An answer: status, header lines and body. The server adds Content-Length, Date and Connection. */
public record Response(int status, Headers headers, byte[] body) {
    public static Response of(int status, String contentType, byte[] body) {
        return new Response(status, Headers.of("Content-Type", contentType), body);
    }

    public static Response json(int status, @Nullable Object value) {
        return of(status, "application/json; charset=utf-8", Json.bytes(value));
    }

    public static Response text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    public static Response html(int status, String html) {
        return of(status, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    public static Response empty(int status) {
        return new Response(status, Headers.NONE, new byte[0]);
    }

    public Response with(String name, String value) {
        return new Response(status, headers.with(name, value), body);
    }
}
