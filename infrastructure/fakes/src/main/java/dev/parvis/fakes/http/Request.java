package dev.parvis.fakes.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.json.Json;

/**
 * A request as it arrived.
 *
 * @param number 1 for the first request of the server, growing
 * @param at wall-clock time at which its head was read
 * @param target as on the request line, percent-encoding kept
 * @param body the raw bytes, chunking taken off; empty while only the head was read
 * @param variables what the route's {@code {name}} parts stood for, percent-decoded
 */
public record Request(
        long number,
        Instant at,
        String method,
        String target,
        Headers headers,
        byte[] body,
        Map<String, String> variables) {

    /** The target before the question mark, percent-encoding kept. */
    public String path() {
        int question = target.indexOf('?');
        return question < 0 ? target : target.substring(0, question);
    }

    public Params query() {
        int question = target.indexOf('?');
        return question < 0 ? Params.NONE : Params.parse(target.substring(question + 1));
    }

    public Optional<String> query(String name) {
        return query().first(name);
    }

    /** The body read as a URL-encoded form. */
    public Params form() {
        return Params.parse(text());
    }

    public Optional<String> header(String name) {
        return headers.first(name);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as a JSON object; {@link dev.parvis.fakes.json.MalformedJson} when it is not one. */
    public Map<String, @Nullable Object> json() {
        return Json.parseObject(body);
    }

    /** The decoded value of the route's {@code {name}}. */
    public String variable(String name) {
        return URLDecoder.decode(variables.getOrDefault(name, "").replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    Request withBody(byte[] bytes) {
        return new Request(number, at, method, target, headers, bytes, variables);
    }

    Request withVariables(Map<String, String> found) {
        return new Request(number, at, method, target, headers, body, found);
    }
}
