package dev.parvis.local.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.json.MalformedJson;

/** What goes back over the wire. */
record Outgoing(int status, Map<String, List<String>> headers, byte[] body) {

    /** The gateway's own answers are JSON with a message. */
    static Outgoing message(int status, String message) {
        return new Outgoing(
                status,
                Map.of("content-type", List.of("application/json")),
                Json.obj("message", message).bytes());
    }

    static Outgoing of(Response response) {
        var headers = new LinkedHashMap<String, List<String>>();
        response.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        return new Outgoing(response.status(), headers, response.body());
    }

    Outgoing with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, List.of(value));
        return new Outgoing(status, more, body);
    }

    /**
     * Reads a function's answer. Without a {@code statusCode} the whole answer is the body of a 200, as the payload format says;
     * an answer that cannot be read is the function's fault: 500.
     */
    static Outgoing read(byte[] answer) {
        try {
            Json json = Json.parse(answer, 16 << 20);
            if (json.at("statusCode").isMissing()) {
                return new Outgoing(200, Map.of("content-type", List.of("application/json")), answer);
            }
            long status = json.at("statusCode").whole().orElse(0L);
            if (status < 100 || status > 599) {
                return message(500, "Internal Server Error");
            }
            return new Outgoing((int) status, headers(json), body(json));
        } catch (MalformedJson | IllegalArgumentException e) {
            return message(500, "Internal Server Error");
        }
    }

    private static Map<String, List<String>> headers(Json json) {
        var headers = new LinkedHashMap<String, List<String>>();
        json.at("headers")
                .fields()
                .forEach((name, value) -> headers.put(
                        name.toLowerCase(java.util.Locale.ROOT),
                        List.of(value.text().orElseGet(value::toString))));
        List<String> cookies = json.at("cookies").items().stream()
                .flatMap(cookie -> cookie.text().stream())
                .toList();
        if (!cookies.isEmpty()) {
            headers.put("set-cookie", cookies);
        }
        headers.putIfAbsent("content-type", List.of("text/plain; charset=utf-8"));
        return headers;
    }

    private static byte[] body(Json json) {
        String text = json.at("body").textOr("");
        return json.at("isBase64Encoded").truth().orElse(false)
                ? Base64.getDecoder().decode(text)
                : text.getBytes(StandardCharsets.UTF_8);
    }
}
