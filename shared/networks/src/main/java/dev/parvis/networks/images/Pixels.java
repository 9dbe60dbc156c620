package dev.parvis.networks.images;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Reads, scales and writes pixels. */
final class Pixels {
    private Pixels() {}

    record Size(int width, int height) {
        long pixels() {
            return (long) width * height;
        }
    }

    /** What the header says; nothing is decoded. */
    static Size size(byte[] bytes, Format format) throws Unreadable {
        if (format == Format.WEBP) {
            return WebP.size(bytes);
        }
        if (format == Format.GIF) {
            return Gif.size(bytes);
        }
        return read(bytes, format, reader -> new Size(reader.getWidth(0), reader.getHeight(0)));
    }

    /** The image in memory at no more than twice the side that is wanted in the end: lines are skipped while decoding. */
    static BufferedImage decode(byte[] bytes, Format format, Size size, int longestSide) throws Unreadable {
        if (format == Format.WEBP) {
            throw Unreadable.webP();
        }
        var step = Math.max(1, Math.max(size.width(), size.height()) / (2 * longestSide));
        var inks = Cmyk.of(bytes, format);
        return read(bytes, format, reader -> {
            var how = reader.getDefaultReadParam();
            how.setSourceSubsampling(step, step, 0, 0);
            return inks.isPresent() ? inks.get().shown(reader.readRaster(0, how)) : reader.read(0, how);
        });
    }

    /** In sRGB on white, its longest side at most {@code side}; halved step by step, so that no detail flickers. */
    static BufferedImage scaled(BufferedImage image, int side) {
        var longest = Math.max(image.getWidth(), image.getHeight());
        var scaled = drawn(image, image.getWidth(), image.getHeight());
        while (longest > side) {
            var next = Math.max(side, (longest + 1) / 2);
            scaled = drawn(scaled, part(scaled.getWidth(), next, longest), part(scaled.getHeight(), next, longest));
            longest = next;
        }
        return scaled;
    }

    private static int part(int length, int next, int longest) {
        return (int) Math.max(1, Math.round((double) length * next / longest));
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height) {
        var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = drawn.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, Color.WHITE, null);
        graphics.dispose();
        return drawn;
    }

    static byte[] jpeg(BufferedImage image, float quality) {
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException impossible) {
            throw new UncheckedIOException("write a JPEG to memory", impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private interface Reading<T> {
        T from(ImageReader reader) throws IOException;
    }

    /** ImageIO's readers answer hostile files with unchecked exceptions of many kinds: all mean a damaged image here. */
    private static <T> T read(byte[] bytes, Format format, Reading<T> reading) throws Unreadable {
        var reader = ImageIO.getImageReadersByFormatName(format.plugin()).next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true);
            return reading.from(reader);
        } catch (IOException | RuntimeException damaged) {
            throw Unreadable.damaged();
        } finally {
            reader.dispose();
        }
    }
}
