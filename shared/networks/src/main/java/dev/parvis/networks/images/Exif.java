package dev.parvis.networks.images;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Finds which way up an image is: tag 0x0112 of the first directory of its EXIF data (CIPA DC-008, TIFF 6.0). */
final class Exif {
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;

    private Exif() {}

    /** 1 to 8; 1, upright, where there is none or it is nonsense. */
    static int orientation(byte[] bytes, Format format) throws Unreadable {
        return switch (format) {
            case JPEG -> inJpeg(bytes);
            case PNG -> inPng(bytes);
            case WEBP -> inWebP(bytes);
            case GIF -> 1;
        };
    }

    private static int inJpeg(byte[] bytes) throws Unreadable {
        for (var segment : Segments.jpeg(bytes)) {
            if (segment.name().equals("E1") && Segments.startsWith(bytes, segment.body(), "Exif\0\0")) {
                return inTiff(bytes, segment.body() + 6, segment.to());
            }
        }
        return 1;
    }

    private static int inPng(byte[] bytes) throws Unreadable {
        for (var chunk : Segments.png(bytes)) {
            if (chunk.name().equals("eXIf")) {
                return inTiff(bytes, chunk.body(), chunk.to() - 4);
            }
        }
        return 1;
    }

    /** The chunk should begin with the TIFF header; some begin as a JPEG's segment does. */
    private static int inWebP(byte[] bytes) throws Unreadable {
        for (var chunk : WebP.chunks(bytes)) {
            if (chunk.name().equals("EXIF")) {
                var prefixed = Segments.startsWith(bytes, chunk.body(), "Exif\0\0");
                return inTiff(bytes, chunk.body() + (prefixed ? 6 : 0), chunk.to());
            }
        }
        return 1;
    }

    private static int inTiff(byte[] bytes, int from, int to) {
        if (to - from < 14) {
            return 1;
        }
        var tiff = ByteBuffer.wrap(bytes, from, to - from).slice();
        tiff.order(bytes[from] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) {
            return 1;
        }
        var entries = tiff.getShort(directory) & 0xFFFF;
        for (var i = 0; i < entries; i++) {
            var at = directory + 2 + 12 * i;
            if (at > tiff.limit() - 12) {
                return 1;
            }
            if ((tiff.getShort(at) & 0xFFFF) == ORIENTATION && tiff.getShort(at + 2) == SHORT) {
                var value = tiff.getShort(at + 8) & 0xFFFF;
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }
}
