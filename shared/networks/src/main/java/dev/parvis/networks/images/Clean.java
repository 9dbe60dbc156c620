package dev.parvis.networks.images;

import java.io.ByteArrayOutputStream;
import java.util.Set;

import dev.parvis.networks.images.Segments.Segment;

/** An image without what is not the image: metadata, comments, thumbnails, whatever follows its end. Pixels stay as they are. */
final class Clean {
    private static final Set<String> PNG_KEPT = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "bKGD", "pHYs");

    private Clean() {}

    static byte[] of(byte[] bytes, Format format) throws Unreadable {
        return switch (format) {
            case JPEG -> jpeg(bytes);
            case PNG -> png(bytes);
            case WEBP -> WebP.cleaned(bytes);
            case GIF -> Gif.cleaned(bytes);
        };
    }

    private static byte[] jpeg(byte[] bytes) throws Unreadable {
        var clean = new ByteArrayOutputStream(bytes.length);
        for (var segment : Segments.jpeg(bytes)) {
            if (isImage(bytes, segment)) {
                clean.write(bytes, segment.from(), segment.to() - segment.from());
            }
        }
        return clean.toByteArray();
    }

    /** All but APPn and COM; of APPn the density, the colour profile and Adobe's colour transform. */
    private static boolean isImage(byte[] bytes, Segment segment) {
        return switch (segment.name()) {
            case "E0" -> Segments.startsWith(bytes, segment.body(), "JFIF\0");
            case "E2" -> Segments.startsWith(bytes, segment.body(), "ICC_PROFILE\0");
            case "EE" -> Segments.startsWith(bytes, segment.body(), "Adobe");
            case "FE" -> false;
            default -> !segment.name().startsWith("E");
        };
    }

    private static byte[] png(byte[] bytes) throws Unreadable {
        var clean = new ByteArrayOutputStream(bytes.length);
        clean.write(bytes, 0, 8);
        for (var chunk : Segments.png(bytes)) {
            if (PNG_KEPT.contains(chunk.name())) {
                clean.write(bytes, chunk.from(), chunk.to() - chunk.from());
            }
        }
        return clean.toByteArray();
    }
}
