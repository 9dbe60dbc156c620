package dev.parvis.networks.originals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the index ({@code moov}) of a video says: how long it is, and how large its first picture track is shown. */
record Index(int width, int height, Duration length) {
    private static final int HEADER = 8;
    private static final int MOST_BOXES = 1000;
    /** Longer than any network takes, shorter than what overflows. */
    private static final double LONGEST_SECONDS = 1_000_000;
    /** Where the matrix of a track's header lies, counted from its end: matrix, width, height (§8.3.2). */
    private static final int MATRIX = 9 * 4 + 2 * 4;

    private record Box(String name, ByteBuffer body) {}

    static Index of(ByteBuffer moov) throws NotAFilm {
        var boxes = boxes(moov);
        var length = length(boxes);
        for (var box : boxes) {
            if (box.name().equals("trak")) {
                var track = boxes(box.body());
                if (isPicture(track)) {
                    return sized(first(track, "tkhd"), length);
                }
            }
        }
        throw NotAFilm.withoutPicture();
    }

    /** By the movie's header (§8.2.2); where that says nothing, by that of the fragments to come (§8.8.2). */
    private static Duration length(List<Box> moov) throws NotAFilm {
        var header = first(moov, "mvhd");
        var wide = header.get(0) == 1;
        var at = wide ? 20 : 12;
        need(header, at + (wide ? 12 : 8));
        var scale = header.getInt(at) & 0xFFFF_FFFFL;
        var units = units(header, at + 4, wide);
        if (units == 0) {
            units = fragments(moov);
        }
        var seconds = scale == 0 ? 0 : (double) units / scale;
        if (!(seconds > 0 && seconds < LONGEST_SECONDS)) {
            throw NotAFilm.silentAboutItself();
        }
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    private static long fragments(List<Box> moov) throws NotAFilm {
        for (var box : moov) {
            if (box.name().equals("mvex")) {
                for (var inner : boxes(box.body())) {
                    if (inner.name().equals("mehd")) {
                        need(inner.body(), 4);
                        var wide = inner.body().get(0) == 1;
                        need(inner.body(), wide ? 12 : 8);
                        return units(inner.body(), 4, wide);
                    }
                }
            }
        }
        return 0;
    }

    /** All ones is "not known" (§8.2.2.3). */
    private static long units(ByteBuffer body, int at, boolean wide) {
        var units = wide ? body.getLong(at) : body.getInt(at) & 0xFFFF_FFFFL;
        return units < 0 || (!wide && units == 0xFFFF_FFFFL) ? 0 : units;
    }

    private static boolean isPicture(List<Box> track) throws NotAFilm {
        for (var box : track) {
            if (box.name().equals("mdia")) {
                var handler = first(boxes(box.body()), "hdlr");
                need(handler, 12);
                return name(handler, 8).equals("vide");
            }
        }
        return false;
    }

    /** Width and height are shown as the matrix says: on their side when it turns by a quarter. */
    private static Index sized(ByteBuffer header, Duration length) throws NotAFilm {
        var matrix = header.limit() - MATRIX;
        if (matrix < 0) {
            throw NotAFilm.damaged();
        }
        var width = header.getShort(matrix + 36) & 0xFFFF;
        var height = header.getShort(matrix + 40) & 0xFFFF;
        if (width == 0 || height == 0) {
            throw NotAFilm.withoutPicture();
        }
        var lying = header.getInt(matrix) == 0 && header.getInt(matrix + 4) != 0 && header.getInt(matrix + 16) == 0;
        return lying ? new Index(height, width, length) : new Index(width, height, length);
    }

    private static ByteBuffer first(List<Box> boxes, String name) throws NotAFilm {
        for (var box : boxes) {
            if (box.name().equals(name)) {
                need(box.body(), 4);
                return box.body();
            }
        }
        throw NotAFilm.damaged();
    }

    private static List<Box> boxes(ByteBuffer in) throws NotAFilm {
        var boxes = new ArrayList<Box>();
        var at = 0;
        while (in.limit() - at >= HEADER) {
            var size = in.getInt(at) & 0xFFFF_FFFFL;
            var end = size == 0 ? in.limit() : at + size;
            if ((size != 0 && size < HEADER) || end > in.limit() || boxes.size() == MOST_BOXES) {
                throw NotAFilm.damaged();
            }
            boxes.add(new Box(name(in, at + 4), in.slice(at + HEADER, (int) end - at - HEADER)));
            at = (int) end;
        }
        return boxes;
    }

    private static void need(ByteBuffer body, int bytes) throws NotAFilm {
        if (body.limit() < bytes) {
            throw NotAFilm.damaged();
        }
    }

    static String name(ByteBuffer in, int at) {
        var bytes = new byte[4];
        in.get(at, bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
