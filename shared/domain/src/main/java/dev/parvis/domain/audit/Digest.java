package dev.parvis.domain.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over a list of texts. Each goes in behind its length in UTF-8 bytes (four bytes, big-endian), so that no two
 * lists read alike.
 */
final class Digest {
    private final MessageDigest sha256 = sha256();

    /** @param purpose says what is digested, so that a digest of one thing is never one of another */
    Digest(String purpose) {
        add(purpose);
    }

    Digest add(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        sha256.update(bytes);
        return this;
    }

    Digest add(long number) {
        return add(Long.toString(number));
    }

    String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
