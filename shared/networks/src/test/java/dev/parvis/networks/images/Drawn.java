package dev.parvis.networks.images;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

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

    /** A GIF that shows this and another picture in turn, each for so many hundredths of a second. */
    public byte[] animated(int frames, int hundredths) {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (var frame = 0; frame < frames; frame++) {
                var shown = frame % 2 == 0 ? this : noise(image.getWidth(), image.getHeight());
                var type = ImageTypeSpecifier.createFromRenderedImage(shown.image());
                var said = writer.getDefaultImageMetadata(type, null);
                var format = said.getNativeMetadataFormatName();
                var root = (IIOMetadataNode) said.getAsTree(format);
                var control = (IIOMetadataNode)
                        root.getElementsByTagName("GraphicControlExtension").item(0);
                control.setAttribute("delayTime", Integer.toString(hundredths));
                said.setFromTree(format, root);
                writer.writeToSequence(new IIOImage(shown.image(), null, said), null);
            }
            writer.endWriteSequence();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
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
