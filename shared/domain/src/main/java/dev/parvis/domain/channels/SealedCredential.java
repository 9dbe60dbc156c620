package dev.parvis.domain.channels;

import java.time.Instant;

/**
 * A credential as it is stored: unreadable without the master key.
 *
 * @param expiresAt when its short-lived part dies; {@link Instant#MAX} when it does not
 */
public record SealedCredential(byte[] sealed, Instant expiresAt, long version) {
    @Override
    public String toString() {
        return "SealedCredential[version=" + version + "]";
    }
}
