package dev.parvis.networks.images;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.List;

import dev.parvis.networks.images.Segments.Segment;

/** How long a picture moves until it begins anew: by its frames and what each says of its time, without decoding. */
final class Motion {
    /** What browsers give a frame that asks for none. */
    private static final long USUAL_MILLIS = 100;

    private static final int PNG_DELAY = 20;
    private static final int WEBP_DELAY = 12;

    private Motion() {}

    /** Zero for a picture that stands still. */
    static Duration of(byte[] bytes, Format format) throws Unreadable {
        return switch (format) {
            case JPEG -> Duration.ZERO;
            case GIF -> Gif.motion(bytes);
            case PNG -> png(bytes);
            case WEBP -> webP(bytes);
        };
    }

    /** Zero of one frame; never of several, whatever they say. */
    static Duration of(int frames, long millis) {
        return frames < 2 ? Duration.ZERO : Duration.ofMillis(millis > 0 ? millis : frames * USUAL_MILLIS);
    }

    /** APNG: {@code fcTL} chunks, each with its delay as a fraction of a second (PNG, third edition, §11.3.6.2). */
    private static Duration png(byte[] bytes) throws Unreadable {
        var frames = named(Segments.png(bytes), "fcTL", PNG_DELAY + 4);
        var file = ByteBuffer.wrap(bytes);
        return of(
                frames.size(),
                frames.stream()
                        .mapToLong(frame -> {
                            var parts = u16(file, frame.body() + PNG_DELAY + 2);
                            return 1000L * u16(file, frame.body() + PNG_DELAY) / (parts == 0 ? 100 : parts);
                        })
                        .sum());
    }

    /** {@code ANMF} chunks, each with its duration in milliseconds, in three bytes (RFC 9649 §2.7.1.1). */
    private static Duration webP(byte[] bytes) throws Unreadable {
        var frames = named(WebP.chunks(bytes), "ANMF", WEBP_DELAY + 4);
        var file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return of(
                frames.size(),
                frames.stream()
                        .mapToLong(frame -> file.getInt(frame.body() + WEBP_DELAY) & 0xFF_FFFF)
                        .sum());
    }

    private static List<Segment> named(List<Segment> all, String name, int least) {
        return all.stream()
                .filter(segment -> segment.name().equals(name) && segment.to() - segment.body() >= least)
                .toList();
    }

    private static int u16(ByteBuffer file, int at) {
        return file.getShort(at) & 0xFFFF;
    }
}
