package dev.parvis.checks.permissions;

import java.net.URI;
import java.net.URLDecoder;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.parvis.kernel.json.Json;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * One request to a service, as it was on the wire.
 *
 * @param service its name in ARNs
 * @param target path and query
 * @param headers by lower-case name
 * @param status what was answered
 */
record Heard(String service, String method, URI target, Map<String, String> headers, byte[] body, int status) {

    /** The function whose role signed it: in a header, or in the query of an address that it signed for somebody. */
    String caller() {
        return Optional.ofNullable(headers.get("x-amz-security-token"))
                .or(() -> query("X-Amz-Security-Token"))
                .orElse("nobody");
    }

    /** What {@code X-Amz-Target} names. */
    String operation() {
        String name = headers.getOrDefault("x-amz-target", "");
        return name.substring(name.indexOf('.') + 1);
    }

    Json json() {
        return Json.parse(body);
    }

    String path() {
        return target.getPath();
    }

    /** A parameter of the query; empty text when it has no value. */
    Optional<String> query(String name) {
        String query = Optional.ofNullable(target.getRawQuery()).orElse("");
        return Stream.of(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair[0].equals(name))
                .map(pair -> pair.length == 1 ? "" : URLDecoder.decode(pair[1], UTF_8))
                .findFirst();
    }

    @Override
    public String toString() {
        return caller() + ": " + method + " " + path() + " " + operation();
    }
}
