package dev.parvis.networks.images;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.parvis.networks.images.Pixels.Size;
import dev.parvis.networks.images.Segments.Segment;

/** The container of WebP (RFC 9649): its size is read and its metadata taken out, without decoding. */
final class WebP {
    private static final int FIRST_CHUNK = 12;
    private static final int HEADER = 8;
    private static final Set<String> METADATA = Set.of("EXIF", "XMP ");
    /** The bits of {@code VP8X} that announce EXIF and XMP (§2.7.1). */
    private static final int ANNOUNCED = 0b0000_1100;

    private WebP() {}

    /** The chunks, each without the byte that may pad it; {@code from} is that of its name. */
    static List<Segment> chunks(byte[] bytes) throws Unreadable {
        var file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        var chunks = new ArrayList<Segment>();
        var announced = (file.getInt(4) & 0xFFFF_FFFFL) + HEADER;
        if (announced > bytes.length) {
            throw Unreadable.damaged();
        }
        var end = (int) announced;
        for (var at = FIRST_CHUNK; at + HEADER <= end; ) {
            var length = file.getInt(at + 4) & 0xFFFF_FFFFL;
            if (length > end - at - HEADER) {
                throw Unreadable.damaged();
            }
            var to = at + HEADER + (int) length;
            var name = new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
            chunks.add(new Segment(name, at, at + HEADER, to));
            at = to + ((int) length & 1);
        }
        if (chunks.isEmpty()) {
            throw Unreadable.damaged();
        }
        return chunks;
    }

    /** By the canvas of an extended file, or by the header of the one image (§2.5 to 2.7; RFC 6386 §9.1). */
    static Size size(byte[] bytes) throws Unreadable {
        var first = chunks(bytes).getFirst();
        var body = ByteBuffer.wrap(bytes, first.body(), first.to() - first.body())
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN);
        if (body.limit() < 10) {
            throw Unreadable.damaged();
        }
        return switch (first.name()) {
            case "VP8X" -> new Size(three(body, 4) + 1, three(body, 7) + 1);
            case "VP8L" -> new Size((body.getInt(1) & 0x3FFF) + 1, (body.getInt(1) >>> 14 & 0x3FFF) + 1);
            case "VP8 " -> new Size(body.getShort(6) & 0x3FFF, body.getShort(8) & 0x3FFF);
            default -> throw Unreadable.damaged();
        };
    }

    private static int three(ByteBuffer body, int at) {
        return body.getInt(at - 1) >>> 8;
    }

    /** Without EXIF and XMP, and without their announcement; what follows the file is left out. */
    static byte[] cleaned(byte[] bytes) throws Unreadable {
        var clean = new ByteArrayOutputStream(bytes.length);
        clean.write(bytes, 0, FIRST_CHUNK);
        for (var chunk : chunks(bytes)) {
            if (!METADATA.contains(chunk.name())) {
                clean.write(bytes, chunk.from(), chunk.to() - chunk.from());
                if ((chunk.to() - chunk.from() & 1) == 1) {
                    clean.write(0);
                }
            }
        }
        var file = clean.toByteArray();
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(4, file.length - HEADER);
        if (Segments.startsWith(file, FIRST_CHUNK, "VP8X")) {
            file[FIRST_CHUNK + HEADER] &= (byte) ~ANNOUNCED;
        }
        return file;
    }
}
