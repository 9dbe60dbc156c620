package dev.parvis.networks.videos;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

import dev.parvis.domain.networks.Publishes;
import dev.parvis.domain.networks.Publishes.Film;
import dev.parvis.networks.originals.Boxes;

/** A library that holds one film, which it hands out as it comes and never whole. */
public record Filmed(String type, Duration length, int width, int height, int filler) implements Publishes.MediaReader {
    public static final Filmed CLIP = new Filmed("video/mp4", Duration.ofSeconds(7), 640, 360, 64);

    public Filmed lasting(Duration other) {
        return new Filmed(type, other, width, height, filler);
    }

    public Filmed of(String otherType) {
        return new Filmed(otherType, length, width, height, filler);
    }

    /** With so many bytes of pictures, which nobody holds. */
    public Filmed filming(int bytes) {
        return new Filmed(type, length, width, height, bytes);
    }

    @Override
    public byte[] read(String mediaId, long most) {
        throw new AssertionError("a film is never read whole");
    }

    @Override
    public Film film(String mediaId) {
        return opened(this::open);
    }

    /** The same film, opened in another way. */
    public Film opened(Supplier<InputStream> open) {
        return new Film(type, head().length + (long) filler + moov().length, width, height, length, open);
    }

    public InputStream open() {
        return new SequenceInputStream(Collections.enumeration(
                List.of(new ByteArrayInputStream(head()), new Zeros(filler), new ByteArrayInputStream(moov()))));
    }

    private byte[] head() {
        return Boxes.beforePictures(type.equals("video/quicktime") ? "qt  " : "isom", filler);
    }

    private byte[] moov() {
        return Boxes.moov(width, height, length.toMillis() / 1000.0);
    }

    private static final class Zeros extends InputStream {
        private int left;

        Zeros(int many) {
            this.left = many;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int from, int most) {
            if (left <= 0) {
                return -1;
            }
            var read = Math.min(left, most);
            java.util.Arrays.fill(into, from, from + read, (byte) 0);
            left -= read;
            return read;
        }
    }
}
