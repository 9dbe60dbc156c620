package dev.parvis.networks.images;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Walks through the parts of a JPEG or PNG file without decoding them; a walk that does not reach the end is refused. */
final class Segments {
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    /** A progressive JPEG has ten or so; each is as much work as the whole image, however few bytes it takes. */
    private static final int MOST_SCANS = 100;

    private Segments() {}

    /** @param from its first byte in the file, marker or length included; {@code body} the first of its content */
    record Segment(String name, int from, int body, int to) {}

    /** The segments of a JPEG, named by their marker in hex; a scan's data belong to its SOS. What follows EOI is left out. */
    static List<Segment> jpeg(byte[] bytes) throws Unreadable {
        var segments = new ArrayList<Segment>();
        segments.add(new Segment(hex(SOI), 0, 2, 2));
        var scans = 0;
        var at = 2;
        while (at + 1 < bytes.length) {
            if (u8(bytes, at) != 0xFF) {
                throw Unreadable.damaged();
            }
            var marker = u8(bytes, at + 1);
            if (marker == 0xFF) {
                at++; // a fill byte
                continue;
            }
            if (marker == EOI) {
                segments.add(new Segment(hex(EOI), at, at + 2, at + 2));
                return segments;
            }
            if (marker == SOS && ++scans > MOST_SCANS) {
                throw Unreadable.tooMuchWork();
            }
            var to = jpegEnd(bytes, at, marker);
            segments.add(new Segment(hex(marker), at, Math.min(at + 4, to), to));
            at = to;
        }
        throw Unreadable.damaged();
    }

    private static int jpegEnd(byte[] bytes, int at, int marker) throws Unreadable {
        if (isBare(marker)) {
            return at + 2;
        }
        if (at + 3 >= bytes.length) {
            throw Unreadable.damaged();
        }
        var length = u8(bytes, at + 2) << 8 | u8(bytes, at + 3);
        var end = at + 2 + length;
        if (length < 2 || end > bytes.length) {
            throw Unreadable.damaged();
        }
        return marker == SOS ? scanEnd(bytes, end) : end;
    }

    /** RSTn and TEM have no length. */
    private static boolean isBare(int marker) {
        return (marker >= 0xD0 && marker <= 0xD7) || marker == 0x01;
    }

    /** In a scan's data 0xFF is followed by 0 or by a restart marker; anything else ends it. */
    private static int scanEnd(byte[] bytes, int from) {
        for (var at = from; at + 1 < bytes.length; at++) {
            if (u8(bytes, at) == 0xFF && u8(bytes, at + 1) != 0 && !isBare(u8(bytes, at + 1))) {
                return at;
            }
        }
        return bytes.length;
    }

    /** The chunks of a PNG, named as they are. What follows IEND is left out. */
    static List<Segment> png(byte[] bytes) throws Unreadable {
        var chunks = new ArrayList<Segment>();
        var at = 8;
        while (at + 12 <= bytes.length) {
            var length = ByteBuffer.wrap(bytes).getInt(at);
            if (length < 0 || length > bytes.length - at - 12) {
                throw Unreadable.damaged();
            }
            var name = new String(bytes, at + 4, 4, java.nio.charset.StandardCharsets.ISO_8859_1);
            chunks.add(new Segment(name, at, at + 8, at + 12 + length));
            at += 12 + length;
            if (name.equals("IEND")) {
                return chunks;
            }
        }
        throw Unreadable.damaged();
    }

    static boolean startsWith(byte[] bytes, int at, String ascii) {
        if (at + ascii.length() > bytes.length) {
            return false;
        }
        for (var i = 0; i < ascii.length(); i++) {
            if (bytes[at + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static String hex(int marker) {
        return Integer.toHexString(marker).toUpperCase(java.util.Locale.ROOT);
    }

    private static int u8(byte[] bytes, int at) {
        return bytes[at] & 0xFF;
    }
}
