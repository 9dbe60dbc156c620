package dev.parvis.networks.images;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;

import dev.parvis.networks.images.Segments.Segment;

/**
 * A JPEG in the four inks of print, as agencies and printers send them: browsers show it in other colours, and ImageIO does not
 * open it. By its own profile it becomes sRGB, without one by the plain rule; as it is it never goes out.
 */
final class Cmyk {
    private static final int INKS = 4;
    private static final int PROFILE_PART = 14;

    private final boolean isInverted;
    private final boolean isYcck;
    private final byte[] profile;

    private Cmyk(boolean isInverted, boolean isYcck, byte[] profile) {
        this.isInverted = isInverted;
        this.isYcck = isYcck;
        this.profile = profile;
    }

    /** Empty for any other image. */
    static Optional<Cmyk> of(byte[] bytes, Format format) throws Unreadable {
        if (format != Format.JPEG) {
            return Optional.empty();
        }
        var segments = Segments.jpeg(bytes);
        var isInInks = segments.stream().anyMatch(segment -> isFrame(segment) && components(bytes, segment) == INKS);
        return isInInks ? Optional.of(of(bytes, segments)) : Optional.empty();
    }

    /** Adobe's programs write the inks inverted and say so by a segment of their own; its last byte tells of YCCK. */
    private static Cmyk of(byte[] bytes, List<Segment> segments) {
        var adobe = segments.stream()
                .filter(segment -> segment.name().equals("EE") && Segments.startsWith(bytes, segment.body(), "Adobe"))
                .findFirst();
        var isYcck = adobe.filter(segment -> segment.body() + 11 < segment.to() && bytes[segment.body() + 11] == 2)
                .isPresent();
        var profile = new ByteArrayOutputStream();
        segments.stream()
                .filter(segment -> segment.name().equals("E2")
                        && Segments.startsWith(bytes, segment.body(), "ICC_PROFILE\0")
                        && segment.to() - segment.body() > PROFILE_PART)
                .forEach(segment -> profile.write(
                        bytes, segment.body() + PROFILE_PART, segment.to() - segment.body() - PROFILE_PART));
        return new Cmyk(adobe.isPresent(), isYcck, profile.toByteArray());
    }

    /** SOF0 to SOF2: baseline, extended, progressive. */
    private static boolean isFrame(Segment segment) {
        return segment.name().equals("C0")
                || segment.name().equals("C1")
                || segment.name().equals("C2");
    }

    private static int components(byte[] bytes, Segment frame) {
        return frame.body() + 5 < frame.to() ? bytes[frame.body() + 5] : 0;
    }

    /** @param inks as they stand in the file, four to a pixel */
    BufferedImage shown(Raster inks) {
        var raster = inks.createCompatibleWritableRaster();
        var row = new int[inks.getWidth() * INKS];
        for (var y = 0; y < inks.getHeight(); y++) {
            inks.getPixels(inks.getMinX(), inks.getMinY() + y, inks.getWidth(), 1, row);
            for (var at = 0; at < row.length; at += INKS) {
                inked(row, at);
            }
            raster.setPixels(raster.getMinX(), raster.getMinY() + y, inks.getWidth(), 1, row);
        }
        return byProfile(raster).orElseGet(() -> plainly(raster));
    }

    /** From here on 255 is all of an ink. */
    private void inked(int[] row, int at) {
        if (isYcck) {
            var cb = row[at + 1] - 128;
            var cr = row[at + 2] - 128;
            var y = row[at];
            row[at] = 255 - clamped(y + 1.402 * cr);
            row[at + 1] = 255 - clamped(y - 0.344136 * cb - 0.714136 * cr);
            row[at + 2] = 255 - clamped(y + 1.772 * cb);
        }
        if (isInverted) {
            for (var ink = 0; ink < INKS; ink++) {
                row[at + ink] = 255 - row[at + ink];
            }
        }
    }

    private static int clamped(double value) {
        return (int) Math.clamp(Math.round(value), 0, 255);
    }

    /** Empty where the profile is none of four inks, or cannot be used. */
    private Optional<BufferedImage> byProfile(Raster inks) {
        if (profile.length == 0) {
            return Optional.empty();
        }
        try {
            var from = ICC_Profile.getInstance(profile);
            if (from.getNumComponents() != INKS) {
                return Optional.empty();
            }
            var image = new BufferedImage(inks.getWidth(), inks.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
            var to = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
            new ColorConvertOp(new ICC_Profile[] {from, to}, null).filter(inks, image.getRaster());
            return Optional.of(image);
        } catch (IllegalArgumentException | CMMException unusable) {
            return Optional.empty();
        }
    }

    private static BufferedImage plainly(Raster inks) {
        var image = new BufferedImage(inks.getWidth(), inks.getHeight(), BufferedImage.TYPE_INT_RGB);
        var row = new int[inks.getWidth() * INKS];
        for (var y = 0; y < inks.getHeight(); y++) {
            inks.getPixels(inks.getMinX(), inks.getMinY() + y, inks.getWidth(), 1, row);
            for (var x = 0; x < inks.getWidth(); x++) {
                var at = x * INKS;
                var light = 255 - row[at + 3];
                image.setRGB(
                        x,
                        y,
                        (255 - row[at]) * light / 255 << 16
                                | (255 - row[at + 1]) * light / 255 << 8
                                | (255 - row[at + 2]) * light / 255);
            }
        }
        return image;
    }
}
