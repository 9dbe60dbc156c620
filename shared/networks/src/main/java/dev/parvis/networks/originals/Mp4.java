package dev.parvis.networks.originals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Walks through the top boxes of an MP4 or QuickTime file (ISO/IEC 14496-12 §4.2): the first says what it is, one, the index,
 * is held and read, whatever else is passed over as it comes.
 */
final class Mp4 {
    /** An hour of video has an index of 2 MB or so. */
    private static final int LONGEST_INDEX = 16 << 20;

    private static final int LONGEST_KIND = 4096;
    private static final int MOST_BOXES = 100_000;
    private static final int HEADER = 8;

    private final InputStream file;

    private Mp4(InputStream file) {
        this.file = file;
    }

    /** What the container says of its video, and its size as it is shown, turned if it must be. */
    record Film(String type, int width, int height, Duration length) {}

    /** A box of the top: its type, and how many bytes follow; -1 for all there are. */
    private record Box(String name, long bytes) {}

    static Film read(InputStream file) throws IOException, NotAFilm {
        return new Mp4(file).film();
    }

    private Film film() throws IOException, NotAFilm {
        var first = next();
        if (first == null || !first.name().equals("ftyp")) {
            throw NotAFilm.other();
        }
        var type = type(held(first, LONGEST_KIND));
        Index index = null;
        var boxes = 0;
        for (var box = next(); box != null; box = next()) {
            if (++boxes > MOST_BOXES) {
                throw NotAFilm.damaged();
            }
            if (box.name().equals("moov") && index == null) {
                index = Index.of(held(box, LONGEST_INDEX));
            } else {
                skip(box);
            }
        }
        if (index == null) {
            throw NotAFilm.damaged();
        }
        return new Film(type, index.width(), index.height(), index.length());
    }

    /** QuickTime by its major brand (§4.3, and the QuickTime File Format specification); else MP4. */
    private static String type(ByteBuffer kind) throws NotAFilm {
        if (kind.remaining() < HEADER) {
            throw NotAFilm.damaged();
        }
        return Index.name(kind, 0).equals("qt  ") ? "video/quicktime" : "video/mp4";
    }

    /** Null at the end of the file. */
    private @org.jspecify.annotations.Nullable Box next() throws IOException, NotAFilm {
        var header = file.readNBytes(HEADER);
        if (header.length == 0) {
            return null;
        }
        if (header.length < HEADER) {
            throw NotAFilm.damaged();
        }
        var size = ByteBuffer.wrap(header).getInt() & 0xFFFF_FFFFL;
        var name = new String(header, 4, 4, StandardCharsets.ISO_8859_1);
        if (size == 1) {
            var large = file.readNBytes(8);
            if (large.length < 8) {
                throw NotAFilm.damaged();
            }
            return box(name, ByteBuffer.wrap(large).getLong() - 2 * HEADER);
        }
        return size == 0 ? new Box(name, -1) : box(name, size - HEADER);
    }

    private static Box box(String name, long bytes) throws NotAFilm {
        if (bytes < 0) {
            throw NotAFilm.damaged();
        }
        return new Box(name, bytes);
    }

    private ByteBuffer held(Box box, int most) throws IOException, NotAFilm {
        if (box.bytes() > most) {
            throw NotAFilm.damaged();
        }
        var bytes = file.readNBytes(box.bytes() < 0 ? most : (int) box.bytes());
        if (box.bytes() >= 0 && bytes.length < box.bytes()) {
            throw NotAFilm.damaged();
        }
        return ByteBuffer.wrap(bytes);
    }

    private void skip(Box box) throws IOException, NotAFilm {
        if (box.bytes() < 0) {
            file.transferTo(java.io.OutputStream.nullOutputStream());
            return;
        }
        var buffer = new byte[1 << 16];
        for (var left = box.bytes(); left > 0; ) {
            var read = file.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw NotAFilm.damaged();
            }
            left -= read;
        }
    }
}
