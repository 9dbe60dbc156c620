package dev.parvis.networks.videos;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Videos as their files begin: the boxes that tell of them, and as many bytes of film as asked for. */
public record Filmed(String brand, Duration length, int width, int height, boolean turned, int film) {
    public static final Filmed CLIP = new Filmed("isom", Duration.ofSeconds(7), 640, 360, false, 64);

    public Filmed lasting(Duration other) {
        return new Filmed(brand, other, width, height, turned, film);
    }

    public Filmed of(String otherBrand) {
        return new Filmed(otherBrand, length, width, height, turned, film);
    }

    Filmed upright() {
        return new Filmed(brand, length, width, height, true, film);
    }

    public Filmed filming(int bytes) {
        return new Filmed(brand, length, width, height, turned, bytes);
    }

    public byte[] bytes() {
        var first = box("ftyp", ascii(brand), new byte[4]);
        var header = ByteBuffer.allocate(100).putInt(12, 1000).putInt(16, (int) length.toMillis());
        var sound = box("trak", box("tkhd", track(0, 0)));
        var picture = box("trak", box("tkhd", track(width, height)));
        return joined(first, box("mdat", new byte[film]), box("moov", box("mvhd", header.array()), sound, picture));
    }

    private byte[] track(int wide, int high) {
        var track = ByteBuffer.allocate(84);
        return track.putInt(84 - 44, turned ? 0 : 0x10000)
                .putInt(84 - 40, turned ? 0x10000 : 0)
                .putInt(84 - 8, wide << 16)
                .putInt(84 - 4, high << 16)
                .array();
    }

    static byte[] box(String name, byte[]... contents) {
        var content = joined(contents);
        return joined(ByteBuffer.allocate(4).putInt(content.length + 8).array(), ascii(name), content);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] joined(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (var part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
