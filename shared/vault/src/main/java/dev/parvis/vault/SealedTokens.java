package dev.parvis.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;

import dev.parvis.domain.channels.Sealer;
import dev.parvis.kernel.secret.SignedToken.Opened;

/**
 * Tokens that we hand out and take back: page cursors, links in mails. They are sealed rather than signed, so that the
 * master key's every form serves (KMS has no key to sign with) and nobody reads a key of the table out of a cursor.
 * A token opens only for the purpose it was issued for, until the second it ends.
 */
public final class SealedTokens {
    private static final int LONGEST = 8192;

    private final Sealer sealer;
    private final InstantSource clock;

    public SealedTokens(Sealer sealer, InstantSource clock) {
        this.sealer = sealer;
        this.clock = clock;
    }

    public String issue(String purpose, String payload, Instant expires) {
        var text = payload.getBytes(StandardCharsets.UTF_8);
        var plain = ByteBuffer.allocate(Long.BYTES + text.length)
                .putLong(expires.getEpochSecond())
                .put(text)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealer.seal(plain, "token\n" + purpose));
    }

    public Opened open(String purpose, String token) {
        if (token.length() > LONGEST) {
            return new Opened.Forged();
        }
        try {
            return read(sealer.open(Base64.getUrlDecoder().decode(token), "token\n" + purpose));
        } catch (IllegalArgumentException | IllegalStateException notOurs) {
            return new Opened.Forged();
        }
    }

    private Opened read(byte[] plain) {
        if (plain.length < Long.BYTES) {
            return new Opened.Forged();
        }
        var in = ByteBuffer.wrap(plain);
        var expires = Instant.ofEpochSecond(in.getLong());
        return clock.instant().isBefore(expires)
                ? new Opened.Valid(StandardCharsets.UTF_8.decode(in).toString(), expires)
                : new Opened.Expired(expires);
    }
}
