package dev.parvis.kernel.stdwebhooks;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.parvis.kernel.secret.Hmac;
import dev.parvis.kernel.secret.Secret;

/**
 * Signs and verifies messages of Standard Webhooks with symmetric secrets ({@code v1}, HMAC-SHA256). Several secrets
 * may be active during a rotation: all sign, any verifies. A secret is {@code whsec_} and base64 of 24 to 64 bytes.
 */
public final class StandardWebhook {
    public static final String ID = "webhook-id";
    public static final String TIMESTAMP = "webhook-timestamp";
    public static final String SIGNATURE = "webhook-signature";
    static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final int LONGEST_ID = 256;
    private static final int MOST_SIGNATURES = 16;

    private final List<Hmac> keys;
    private final InstantSource clock;

    /** Refuses a malformed secret with {@link IllegalArgumentException}, without repeating it. */
    public StandardWebhook(List<Secret> secrets, InstantSource clock) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("at least one secret is needed");
        }
        this.keys = secrets.stream().map(StandardWebhook::key).toList();
        this.clock = clock;
    }

    /** Why a message was refused, or its id. */
    public sealed interface Verdict {
        record Genuine(String id, Instant sentAt) implements Verdict {}

        record MissingHeader(String name) implements Verdict {}

        /** The timestamp is not a number, or more than five minutes from our clock. */
        record OutsideWindow() implements Verdict {}

        record WrongSignature() implements Verdict {}
    }

    /** The three headers for this attempt; the id stays the same over attempts and holds no dot. */
    public Map<String, String> sign(String id, byte[] body) {
        if (id.isEmpty() || id.contains(".")) {
            throw new IllegalArgumentException("a message id must not be empty and must not hold a dot");
        }
        var timestamp = Long.toString(clock.instant().getEpochSecond());
        var signatures = keys.stream()
                .map(key -> "v1," + key.base64(prefix(id, timestamp), body))
                .collect(Collectors.joining(" "));
        var headers = new LinkedHashMap<String, String>();
        headers.put(ID, id);
        headers.put(TIMESTAMP, timestamp);
        headers.put(SIGNATURE, signatures);
        return headers;
    }

    /** Header names in lower case; the body exactly as it came. */
    public Verdict verify(Map<String, String> headers, byte[] body) {
        for (var name : List.of(ID, TIMESTAMP, SIGNATURE)) {
            if (headers.getOrDefault(name, "").isBlank()) {
                return new Verdict.MissingHeader(name);
            }
        }
        var id = headers.getOrDefault(ID, "");
        var timestamp = headers.getOrDefault(TIMESTAMP, "");
        var sentAt = seconds(timestamp);
        if (sentAt.isEmpty()
                || Duration.between(sentAt.get(), clock.instant()).abs().compareTo(TOLERANCE) > 0) {
            return new Verdict.OutsideWindow();
        }
        return id.length() <= LONGEST_ID && signed(headers.getOrDefault(SIGNATURE, ""), prefix(id, timestamp), body)
                ? new Verdict.Genuine(id, sentAt.get())
                : new Verdict.WrongSignature();
    }

    private boolean signed(String header, byte[] prefix, byte[] body) {
        var entries = header.split(" ", MOST_SIGNATURES + 1);
        for (var i = 0; i < Math.min(entries.length, MOST_SIGNATURES); i++) {
            var entry = entries[i];
            if (entry.startsWith("v1,")
                    && keys.stream().anyMatch(key -> key.matchesBase64(entry.substring(3), prefix, body))) {
                return true;
            }
        }
        return false;
    }

    private static byte[] prefix(String id, String timestamp) {
        return (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<Instant> seconds(String text) {
        if (text.isEmpty() || text.length() > 12 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
    }

    private static Hmac key(Secret secret) {
        var text = secret.reveal();
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text.startsWith("whsec_") ? text.substring(6) : text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a webhook secret must be base64 after whsec_");
        }
        if (key.length < 24 || key.length > 64) {
            throw new IllegalArgumentException("a webhook secret must hold 24 to 64 bytes");
        }
        return new Hmac(key);
    }
}
