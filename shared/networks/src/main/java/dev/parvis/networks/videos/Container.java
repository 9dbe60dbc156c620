package dev.parvis.networks.videos;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * What a video's file tells of itself. Of MP4 and QuickTime, the movie header's duration and the first track's size; a file
 * without a movie header plays nowhere and is none. Every length in it is checked against the file's own before it is used.
 *
 * @param length zero where the file does not tell
 */
record Container(String type, Duration length, int width, int height) {
    private static final int EBML = 0x1A45DFA3;
    private static final int MOST_BOXES = 10_000;

    static Optional<Container> of(byte[] bytes) {
        if (bytes.length >= 4 && ByteBuffer.wrap(bytes).getInt() == EBML) {
            return Optional.of(new Container("video/webm", Duration.ZERO, 0, 0));
        }
        var file = new Box("file", ByteBuffer.wrap(bytes));
        return file.child("ftyp").filter(first -> first.size() >= 4).flatMap(first -> file.child("moov")
                .flatMap(movie -> movie.child("mvhd").flatMap(header -> of(first, movie, header))));
    }

    private static Optional<Container> of(Box first, Box movie, Box header) {
        var type = first.text(0).equals("qt  ") ? "video/quicktime" : "video/mp4";
        return length(header).map(length -> {
            var shown = movie.shown();
            return new Container(type, length, shown.width(), shown.height());
        });
    }

    /** Version 1 has times of 64 bits. */
    private static Optional<Duration> length(Box header) {
        var wide = header.size() > 0 && header.at(0) == 1;
        if (header.size() < (wide ? 32 : 20)) {
            return Optional.empty();
        }
        var scale = Integer.toUnsignedLong(header.whole(wide ? 20 : 12));
        var units = wide ? header.longWhole(24) : Integer.toUnsignedLong(header.whole(16));
        return scale == 0 || units < 0 || units / scale > Integer.MAX_VALUE
                ? Optional.of(Duration.ZERO)
                : Optional.of(Duration.ofMillis(units / scale * 1000 + units % scale * 1000 / scale));
    }

    /** A stretch of the file under a name of four letters. */
    private record Box(String name, ByteBuffer content) {
        int size() {
            return content.limit();
        }

        byte at(int offset) {
            return content.get(offset);
        }

        int whole(int offset) {
            return content.getInt(offset);
        }

        long longWhole(int offset) {
            return content.getLong(offset);
        }

        String text(int offset) {
            var letters = new byte[4];
            content.get(offset, letters);
            return new String(letters, StandardCharsets.ISO_8859_1);
        }

        Optional<Box> child(String wanted) {
            return nth(wanted, 0);
        }

        private Optional<Box> nth(String wanted, int skipped) {
            var at = 0L;
            var left = skipped;
            for (var box = 0; box < MOST_BOXES && at + 8 <= size(); box++) {
                var start = (int) at;
                var length = Integer.toUnsignedLong(whole(start));
                var head = length == 1 ? 16 : 8;
                if (length == 1) {
                    length = at + 16 <= size() ? longWhole(start + 8) : -1;
                } else if (length == 0) {
                    length = size() - at;
                }
                if (length < head || length > size() - at) {
                    return Optional.empty();
                }
                if (text(start + 4).equals(wanted) && left-- == 0) {
                    return Optional.of(new Box(wanted, content.slice(start + head, (int) length - head)));
                }
                at += length;
            }
            return Optional.empty();
        }

        /** Of the first track that shows something: its size stands in the last 8 bytes, after the matrix that turns it. */
        Size shown() {
            for (var track = 0; track < 16; track++) {
                var head = nth("trak", track).flatMap(found -> found.child("tkhd"));
                if (head.isEmpty()) {
                    return new Size(0, 0);
                }
                var box = head.get();
                var end = box.size();
                if (end >= 44 && box.whole(end - 8) != 0 && box.whole(end - 4) != 0) {
                    var size = new Size(box.whole(end - 8) >>> 16, box.whole(end - 4) >>> 16);
                    return box.whole(end - 40) == 0 ? size : new Size(size.height(), size.width());
                }
            }
            return new Size(0, 0);
        }
    }

    private record Size(int width, int height) {}
}
