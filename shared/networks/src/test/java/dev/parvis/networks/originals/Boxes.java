package dev.parvis.networks.originals;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** MP4 files for tests, box by box. */
public final class Boxes {
    private Boxes() {}

    /** A file with its index at the end, as a camera writes it. */
    public static byte[] film(String brand, int width, int height, double seconds) {
        return join(
                box("ftyp", ascii(brand), number(512), ascii("isom")),
                box("mdat", new byte[5000]),
                moov(width, height, seconds));
    }

    /** What stands before so many bytes of pictures in a file whose index is at its end. */
    public static byte[] beforePictures(String brand, int pictures) {
        return join(box("ftyp", ascii(brand), number(512), ascii("isom")), number(pictures + 8), ascii("mdat"));
    }

    public static byte[] moov(int width, int height, double seconds) {
        return box("moov", mvhd(seconds), sound(), picture(width, height));
    }

    static byte[] mvhd(double seconds) {
        return box(
                "mvhd", number(0), new byte[8], number(1000), number((int) Math.round(seconds * 1000)), new byte[80]);
    }

    static byte[] sound() {
        return box("trak", tkhd(0, 0), media("soun"));
    }

    static byte[] picture(int width, int height) {
        return box("trak", tkhd(width, height), media("vide"));
    }

    static byte[] turned(int width, int height) {
        var header = tkhd(width, height);
        ByteBuffer.wrap(header)
                .putInt(48, 0)
                .putInt(52, 0x10000)
                .putInt(60, -0x10000)
                .putInt(64, 0);
        return box("trak", header, media("vide"));
    }

    private static byte[] tkhd(int width, int height) {
        var matrix =
                ByteBuffer.allocate(36).putInt(0, 0x10000).putInt(16, 0x10000).putInt(32, 0x40000000);
        return box("tkhd", number(7), new byte[36], matrix.array(), number(width << 16), number(height << 16));
    }

    private static byte[] media(String handler) {
        return box("mdia", box("hdlr", number(0), number(0), ascii(handler), new byte[12]));
    }

    static byte[] box(String name, byte[]... bodies) {
        var body = join(bodies);
        return join(number(body.length + 8), ascii(name), body);
    }

    static byte[] number(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] join(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (var part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
