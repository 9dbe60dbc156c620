package dev.parvis.fakes.mastodon;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.http.Headers;
import dev.parvis.fakes.json.Json;
import dev.parvis.fakes.webhooks.Delivery;
import dev.parvis.fakes.webhooks.Hmac;

/**
 * The webhooks that an administrator sets up. Signed over the body only: no time, no delivery id, so that a repeat is the
 * same bytes. https://docs.joinmastodon.org/admin/webhooks/
 */
public final class MastodonWebhooks {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private final URI to;
    private final String secret;

    /** @param secret the 40 hex characters as the administration shows them; they are the key as text */
    public MastodonWebhooks(URI to, String secret) {
        this.to = to;
        this.secret = secret;
    }

    /** {@code event} such as {@code status.created}; {@code object} its Status, Admin::Report or Admin::Account. */
    public Delivery event(String event, Map<String, @Nullable Object> object, Instant at) {
        return delivery(Json.bytes(Json.object("event", event, "created_at", at, "object", object)), at);
    }

    public Delivery delivery(byte[] body, Instant at) {
        return new Delivery(
                to,
                Headers.of(
                        "Content-Type",
                        "application/json",
                        "User-Agent",
                        "http.rb/5.2.0 (Mastodon/4.5.3; +https://mastodon.test/)",
                        "Date",
                        DATE.format(at.atOffset(ZoneOffset.UTC)),
                        "Digest",
                        digest(body),
                        "X-Hub-Signature",
                        "sha256=" + Hmac.hex(secret, body)),
                body);
    }

    private static String digest(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            return "SHA-256=" + Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
