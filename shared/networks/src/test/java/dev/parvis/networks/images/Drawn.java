package dev.parvis.networks.images;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Images for tests. */
public record Drawn(BufferedImage image) {
    /** Hard to compress, and the same each time. */
    public static Drawn noise(int width, int height) {
        var random = new Random(width * 31L + height);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return new Drawn(image);
    }

    /** Red on the left half, blue on the right. */
    public static Drawn redThenBlue(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                image.setRGB(x, y, x < width / 2 ? 0xFF0000 : 0x0000FF);
            }
        }
        return new Drawn(image);
    }

    public byte[] png() {
        return written("png");
    }

    public byte[] jpeg() {
        return written("jpeg");
    }

    public byte[] gif() {
        return written("gif");
    }

    private byte[] written(String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
