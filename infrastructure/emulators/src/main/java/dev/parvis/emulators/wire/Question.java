package dev.parvis.emulators.wire;

import java.util.Map;

/**
 * A request to one of our endpoints.
 *
 * @param target the operation of a JSON 1.1 call ({@code X-Amz-Target}); empty for others
 */
public record Question(String method, String path, String target, byte[] body) {
    /** The body as a JSON object; an empty body is an empty object. */
    public Map<String, Object> json() {
        if (body.length == 0) {
            return Map.of();
        }
        try {
            return Json.strings(Json.object(body));
        } catch (Json.NotJson e) {
            throw new AwsError(400, "SerializationException", "The request body is not a JSON object.");
        }
    }
}
