package dev.parvis.fakes.http;

import java.nio.charset.StandardCharsets;

/** The media type that the first bytes tell. */
public final class Sniff {
    private Sniff() {}

    /** {@code otherwise} when they tell nothing. */
    public static String type(byte[] bytes, String otherwise) {
        if (starts(bytes, 0, 0xff, 0xd8, 0xff)) return "image/jpeg";
        if (starts(bytes, 0, 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a)) return "image/png";
        if (starts(bytes, 0, 'G', 'I', 'F', '8')) return "image/gif";
        if (starts(bytes, 0, 'R', 'I', 'F', 'F') && starts(bytes, 8, 'W', 'E', 'B', 'P')) return "image/webp";
        if (starts(bytes, 4, 'f', 't', 'y', 'p')) return text(bytes, 8, 12).equals("avif") ? "image/avif" : "video/mp4";
        if (starts(bytes, 0, '%', 'P', 'D', 'F')) return "application/pdf";
        return otherwise;
    }

    private static String text(byte[] bytes, int from, int to) {
        return bytes.length < to ? "" : new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static boolean starts(byte[] bytes, int at, int... expected) {
        if (bytes.length < at + expected.length) return false;
        for (int i = 0; i < expected.length; i++) if ((bytes[at + i] & 0xff) != expected[i]) return false;
        return true;
    }
}
