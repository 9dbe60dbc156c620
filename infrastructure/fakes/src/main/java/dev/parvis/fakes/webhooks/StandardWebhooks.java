package dev.parvis.fakes.webhooks;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

import dev.parvis.fakes.http.Headers;

/**
 * Signs and verifies with the symmetric scheme {@code v1} of https://www.standardwebhooks.com : HMAC-SHA256 over {@code
 * id.timestamp.body}, the key being the base64 after {@code whsec_}. With several secrets, as during a rotation, it signs
 * with each and believes any.
 */
public final class StandardWebhooks {
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final List<byte[]> keys;

    public StandardWebhooks(String... secrets) {
        keys = Arrays.stream(secrets).map(StandardWebhooks::key).toList();
    }

    /** The value of {@code webhook-signature}. */
    public String signature(String id, Instant at, byte[] body) {
        return keys.stream()
                .map(key -> "v1," + base64(key, id, at.getEpochSecond(), body))
                .collect(Collectors.joining(" "));
    }

    public Delivery delivery(URI to, String id, Instant at, byte[] body) {
        return new Delivery(
                to,
                Headers.of(
                        "Content-Type",
                        "application/json",
                        "webhook-id",
                        id,
                        "webhook-timestamp",
                        String.valueOf(at.getEpochSecond()),
                        "webhook-signature",
                        signature(id, at, body)),
                body);
    }

    /** Is one of the signatures ours, over these bytes, within {@link #TOLERANCE} of {@code now}? */
    public boolean verifies(Headers headers, byte[] body, Instant now) {
        String id = headers.first("webhook-id").orElse("");
        String timestamp = headers.first("webhook-timestamp").orElse("");
        if (id.isEmpty() || !timestamp.matches("[0-9]{1,12}")) return false;
        long at = Long.parseLong(timestamp);
        if (Math.abs(now.getEpochSecond() - at) > TOLERANCE.toSeconds()) return false;
        for (String entry : headers.first("webhook-signature").orElse("").split(" "))
            for (byte[] key : keys) if (same(entry, "v1," + base64(key, id, at, body))) return true;
        return false;
    }

    private static String base64(byte[] key, String id, long at, byte[] body) {
        byte[] head = (id + "." + at + ".").getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(Hmac.sha256(key, head, body));
    }

    private static byte[] key(String secret) {
        return Base64.getDecoder().decode(secret.startsWith("whsec_") ? secret.substring(6) : secret);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
