package dev.parvis.kernel.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;

import dev.parvis.kernel.text.Utf8;

/**
 * Issues and opens texts that only we can have made: a payload, when it ends, and an HMAC over both and the purpose, as
 * {@code base64url(expiry:payload).base64url(mac)}. Signed, not hidden: the payload can be read by who holds it. A token
 * for one purpose does not open for another.
 */
public final class SignedToken {
    private static final int LONGEST = 4096;
    private static final Base64.Encoder TO = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder FROM = Base64.getUrlDecoder();

    private final Hmac hmac;
    private final InstantSource clock;

    public SignedToken(Secret key, InstantSource clock) {
        this.hmac = Hmac.of(key);
        this.clock = clock;
    }

    /** What a token turned out to be. */
    public sealed interface Opened {
        record Valid(String payload, Instant expires) implements Opened {}

        record Expired(Instant expires) implements Opened {}

        /** Not ours, not for this purpose, or changed. */
        record Forged() implements Opened {}
    }

    /** Seconds of {@code expires} count; it ends at that second. */
    public String issue(String purpose, String payload, Instant expires) {
        var body = (expires.getEpochSecond() + ":" + payload).getBytes(StandardCharsets.UTF_8);
        return TO.encodeToString(body) + "." + TO.encodeToString(mac(purpose, body));
    }

    public Opened open(String purpose, String token) {
        var dot = token.indexOf('.');
        if (dot < 1 || token.length() > LONGEST) {
            return new Opened.Forged();
        }
        try {
            var body = FROM.decode(token.substring(0, dot));
            var mac = FROM.decode(token.substring(dot + 1));
            return MessageDigest.isEqual(mac, mac(purpose, body)) ? read(body) : new Opened.Forged();
        } catch (IllegalArgumentException e) {
            return new Opened.Forged();
        }
    }

    private Opened read(byte[] body) {
        var text = Utf8.decode(body).orElseThrow(IllegalArgumentException::new);
        var colon = text.indexOf(':');
        var expires = Instant.ofEpochSecond(Long.parseLong(text, 0, colon, 10));
        return clock.instant().isBefore(expires)
                ? new Opened.Valid(text.substring(colon + 1), expires)
                : new Opened.Expired(expires);
    }

    private byte[] mac(String purpose, byte[] body) {
        var label = purpose.getBytes(StandardCharsets.UTF_8);
        return hmac.code((label.length + ":").getBytes(StandardCharsets.UTF_8), label, body);
    }
}
