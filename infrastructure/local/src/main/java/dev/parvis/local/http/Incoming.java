package dev.parvis.local.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request as it came over the wire.
 *
 * @param rawPath begins with a slash, still percent-encoded
 * @param rawQuery without the question mark, empty when there was none
 * @param headers every value in the order sent, names in any case
 */
record Incoming(
        String method,
        String rawPath,
        String rawQuery,
        String protocol,
        Map<String, List<String>> headers,
        byte[] body,
        String sourceIp) {

    /** A header's values joined by a comma, as the gateway does; empty when it was not sent. */
    String header(String name) {
        return headers.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(entry -> String.join(",", entry.getValue()))
                .findFirst()
                .orElse("");
    }

    String mediaType() {
        return header("content-type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }
}
