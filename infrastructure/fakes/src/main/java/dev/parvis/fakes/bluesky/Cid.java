package dev.parvis.fakes.bluesky;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import org.jspecify.annotations.Nullable;

/** Content identifiers, version 1, SHA-256, base32: {@code bafyrei…} for records, {@code bafkrei…} for blobs. */
final class Cid {
    private static final int DAG_CBOR = 0x71;
    private static final int RAW = 0x55;
    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

    private Cid() {}

    static String ofRecord(@Nullable Object value) {
        return of(DAG_CBOR, DagCbor.encode(value));
    }

    static String ofBlob(byte[] bytes) {
        return of(RAW, bytes);
    }

    /** The 36 bytes that the text after its {@code b} stands for. */
    static byte[] bytes(String cid) {
        byte[] bytes = new byte[(cid.length() - 1) * 5 / 8];
        int bits = 0;
        int buffer = 0;
        int at = 0;
        for (int i = 1; i < cid.length(); i++) {
            buffer = (buffer << 5 | BASE32.indexOf(cid.charAt(i))) & 0xffff;
            bits += 5;
            if (bits >= 8 && at < bytes.length) {
                bits -= 8;
                bytes[at++] = (byte) (buffer >> bits);
            }
        }
        return bytes;
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    static String base32(byte[] bytes) {
        var text = new StringBuilder();
        int bits = 0;
        int buffer = 0;
        for (byte one : bytes) {
            buffer = (buffer << 8 | one & 0xff) & 0xffff;
            for (bits += 8; bits >= 5; bits -= 5) text.append(BASE32.charAt(buffer >> (bits - 5) & 31));
        }
        if (bits > 0) text.append(BASE32.charAt(buffer << (5 - bits) & 31));
        return text.toString();
    }

    private static String of(int codec, byte[] content) {
        byte[] bytes = new byte[36];
        bytes[0] = 1;
        bytes[1] = (byte) codec;
        bytes[2] = 0x12;
        bytes[3] = 32;
        System.arraycopy(sha256(content), 0, bytes, 4, 32);
        return "b" + base32(bytes);
    }
}
