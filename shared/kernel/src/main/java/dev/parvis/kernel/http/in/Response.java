package dev.parvis.kernel.http.in;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.text.Utf8;

/**
 * What a function answers to an HTTP request.
 *
 * @param headers names in lower case; a value with a line end is refused
 * @param body do not change the array
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; a copy per access would double 6 MB bodies
public record Response(int status, Map<String, String> headers, byte[] body) {
    private static final byte[] NOTHING = {};

    public Response {
        var kept = new LinkedHashMap<String, String>();
        headers.forEach((name, value) -> {
            if ((name + value).chars().anyMatch(c -> c == '\r' || c == '\n')) {
                throw new IllegalArgumentException("a header must not hold a line end: " + name.strip());
            }
            kept.put(name.toLowerCase(Locale.ROOT), value);
        });
        headers = Map.copyOf(kept);
    }

    public static Response empty(int status) {
        return new Response(status, Map.of(), NOTHING);
    }

    public static Response json(int status, Json body) {
        return new Response(status, Map.of("content-type", "application/json"), body.bytes());
    }

    public static Response text(int status, String contentType, String body) {
        return new Response(status, Map.of("content-type", contentType), body.getBytes(StandardCharsets.UTF_8));
    }

    public static Response bytes(int status, String contentType, byte[] body) {
        return new Response(status, Map.of("content-type", contentType), body);
    }

    public Response withHeader(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name.toLowerCase(Locale.ROOT), value);
        return new Response(status, more, body);
    }

    /** The answer as API Gateway's payload format 2.0 wants it; bytes that are no UTF-8 text go as base64. */
    public Json.Obj toEvent() {
        var text = Utf8.decode(body);
        return Json.obj(
                "statusCode",
                status,
                "headers",
                headers,
                "body",
                text.orElseGet(() -> Base64.getEncoder().encodeToString(body)),
                "isBase64Encoded",
                text.isEmpty());
    }

    Response withoutBody() {
        return withHeader("content-length", Integer.toString(body.length)).withBody(NOTHING);
    }

    private Response withBody(byte[] other) {
        return new Response(status, headers, other);
    }

    @Override
    public String toString() {
        return "Response " + status + " (" + body.length + " bytes)";
    }
}
