package dev.parvis.kernel.secret;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 with one key. Comparisons take the same time wherever the first difference is. Thread-safe. */
public final class Hmac {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    /** An empty key is refused. */
    public Hmac(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** The key is the secret's text in UTF-8. */
    public static Hmac of(Secret secret) {
        return new Hmac(secret.bytes());
    }

    /** The code of these parts, one after the other. */
    public byte[] code(byte[]... parts) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (var part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    public String hex(byte[]... parts) {
        return HexFormat.of().formatHex(code(parts));
    }

    public String base64(byte[]... parts) {
        return Base64.getEncoder().encodeToString(code(parts));
    }

    /** Whether the text is the code of these parts in hex; malformed text is a plain no. */
    public boolean matchesHex(String text, byte[]... parts) {
        try {
            return MessageDigest.isEqual(HexFormat.of().parseHex(text), code(parts));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether the text is the code of these parts in standard base64; malformed text is a plain no. */
    public boolean matchesBase64(String text, byte[]... parts) {
        try {
            return MessageDigest.isEqual(Base64.getDecoder().decode(text), code(parts));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Compares two texts in a time that tells only their lengths. */
    public static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
