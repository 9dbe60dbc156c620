package dev.parvis.domain.stored;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Ids of ULID's form (github.com/ulid/spec) whose random part is a hash of a name: the same name, the same id. */
public final class Named {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 26;
    private static final int HASH_BITS = 80;

    private Named() {}

    public static String ulid(long millis, String name) {
        var hash = new BigInteger(1, sha256(name)).mod(BigInteger.ONE.shiftLeft(HASH_BITS));
        var left = BigInteger.valueOf(millis).shiftLeft(HASH_BITS).or(hash);
        var text = new char[LENGTH];
        for (var i = LENGTH - 1; i >= 0; i--) {
            text[i] = DIGITS.charAt(left.intValue() & 31);
            left = left.shiftRight(5);
        }
        return new String(text);
    }

    private static byte[] sha256(String name) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException none) {
            throw new IllegalStateException("every Java has SHA-256", none);
        }
    }
}
