package dev.parvis.emulators.wire;

import java.util.Map;

/** An answer of one of our endpoints. */
public record Reply(int status, Map<String, String> headers, byte[] body) {
    /** 200 with this JSON. */
    public static Reply ok(Map<String, ?> json) {
        return new Reply(200, Map.of(), Json.bytes(json));
    }
}
