package dev.parvis.kernel.http.out;

import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.parvis.kernel.json.Json;

/** The body of a call, always of known length: nothing is sent in chunks. */
public sealed interface Payload {
    Payload NONE = new None();

    record None() implements Payload {}

    /** Bytes in memory. Do not change the array. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Bytes(byte[] bytes, String contentType) implements Payload {
        @Override
        public String toString() {
            return "Bytes[" + bytes.length + "]";
        }
    }

    /** A file, streamed; its length is taken when the call is made. */
    record OfFile(Path path, String contentType) implements Payload {}

    /** A stream of so many bytes, opened when the call is made, closed by us; a wrong length fails the call. */
    record OfStream(Supplier<InputStream> open, long length, String contentType) implements Payload {}

    /** {@code multipart/form-data}. */
    record Multipart(List<Part> parts) implements Payload {}

    /** One part of a form; an empty file name leaves it out. */
    record Part(String name, String fileName, Payload payload) {}

    static Payload json(Json json) {
        return new Bytes(json.bytes(), "application/json");
    }

    static Payload bytes(byte[] bytes, String contentType) {
        return new Bytes(bytes, contentType);
    }

    /** {@code application/x-www-form-urlencoded}, in the map's order. */
    static Payload form(Map<String, String> fields) {
        var text = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return new Bytes(text.getBytes(StandardCharsets.UTF_8), "application/x-www-form-urlencoded");
    }

    static Part field(String name, String value) {
        return new Part(name, "", new Bytes(value.getBytes(StandardCharsets.UTF_8), "text/plain; charset=utf-8"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
