package dev.parvis.kernel.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A text that must not be printed: {@code toString} is {@code ***}, equality takes the same time whatever differs. */
public final class Secret {
    private final String value;

    public Secret(String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a secret must not be empty");
        }
        this.value = value;
    }

    /** The text itself; call it only where it goes on the wire or into a key. */
    public String reveal() {
        return value;
    }

    public byte[] bytes() {
        return value.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret secret && MessageDigest.isEqual(bytes(), secret.bytes());
    }

    @Override
    public int hashCode() {
        return 0x5EC2E7;
    }

    @Override
    public String toString() {
        return "***";
    }
}
