package dev.parvis.networks.images;

import java.io.ByteArrayOutputStream;
import java.time.Duration;

import dev.parvis.networks.images.Pixels.Size;

/**
 * The blocks of a GIF (GIF89a §§17-27), walked through to its trailer without decoding. Pictures, their timing and how often
 * they are repeated stay; comments, texts and what other programs wrote into it are taken out, and so is what follows the end.
 */
final class Gif {
    private static final int SCREEN = 13;
    private static final int IMAGE = 0x2C;
    private static final int EXTENSION = 0x21;
    private static final int TRAILER = 0x3B;
    private static final int TIMING = 0xF9;
    private static final int APPLICATION = 0xFF;
    /** Behind the two bytes that say for how long (§23). */
    private static final int TIMED = 6;

    private final byte[] bytes;
    private final ByteArrayOutputStream clean = new ByteArrayOutputStream();
    private Size size;
    private int at;
    private int pictures;
    private long hundredths;

    private Gif(byte[] bytes) throws Unreadable {
        this.bytes = bytes;
        need(SCREEN);
        this.size = new Size(u16(6), u16(8));
        take(SCREEN + table(u8(10)));
    }

    static byte[] cleaned(byte[] bytes) throws Unreadable {
        var gif = new Gif(bytes);
        gif.walk();
        return gif.clean.toByteArray();
    }

    /** Of the screen, or of a picture that reaches beyond it. */
    static Size size(byte[] bytes) throws Unreadable {
        var gif = new Gif(bytes);
        gif.walk();
        return gif.size;
    }

    /** How long its pictures take, shown one after the other; zero of one. */
    static Duration motion(byte[] bytes) throws Unreadable {
        var gif = new Gif(bytes);
        gif.walk();
        return Motion.of(gif.pictures, 10 * gif.hundredths);
    }

    private void walk() throws Unreadable {
        while (true) {
            need(1);
            switch (u8(at)) {
                case IMAGE -> {
                    picture();
                    pictures++;
                }
                case EXTENSION -> extension();
                case TRAILER -> {
                    take(1);
                    if (pictures == 0 || size.pixels() == 0) {
                        throw Unreadable.damaged();
                    }
                    return;
                }
                default -> throw Unreadable.damaged();
            }
        }
    }

    private void picture() throws Unreadable {
        need(10);
        size = new Size(
                Math.max(size.width(), u16(at + 1) + u16(at + 5)), Math.max(size.height(), u16(at + 3) + u16(at + 7)));
        var from = at;
        skip(10 + table(u8(at + 9)) + 1);
        blocks();
        clean.write(bytes, from, at - from);
    }

    private void extension() throws Unreadable {
        need(3);
        var from = at;
        var label = u8(at + 1);
        var repeats = label == APPLICATION
                && (Segments.startsWith(bytes, at + 3, "NETSCAPE2.0")
                        || Segments.startsWith(bytes, at + 3, "ANIMEXTS1.0"));
        skip(2);
        blocks();
        if (label == TIMING && at - from > TIMED) {
            hundredths += u16(from + TIMED - 2);
        }
        if (label == TIMING || repeats) {
            clean.write(bytes, from, at - from);
        }
    }

    /** Each says how long it is; one of no length is the last. */
    private void blocks() throws Unreadable {
        for (var length = next(); length > 0; length = next()) {
            skip(length);
        }
    }

    private int next() throws Unreadable {
        need(1);
        return u8(at++);
    }

    private void skip(int length) throws Unreadable {
        need(length);
        at += length;
    }

    private void take(int length) throws Unreadable {
        var from = at;
        skip(length);
        clean.write(bytes, from, length);
    }

    private void need(int length) throws Unreadable {
        if (bytes.length - at < length) {
            throw Unreadable.damaged();
        }
    }

    /** How many bytes the colours take that a packed field announces. */
    private static int table(int packed) {
        return (packed & 0x80) == 0 ? 0 : 3 << (packed & 7) + 1;
    }

    private int u8(int where) {
        return bytes[where] & 0xFF;
    }

    private int u16(int where) {
        return u8(where) | u8(where + 1) << 8;
    }
}
