package dev.parvis.networks.images;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

import org.junit.jupiter.api.Test;

import dev.parvis.networks.images.Images.Aim;
import dev.parvis.networks.images.Images.Fitted;

import static org.assertj.core.api.Assertions.assertThat;

/** What comes from a printer or an agency. */
class CmykTest {
    private static final Aim AIM = new Aim(1_000_000, 1_000_000, 2000, Set.of("image/jpeg"));

    /** Cyan none, magenta and yellow all, black none: red. */
    private static final int[] RED = {0, 255, 255, 0};

    private static final int[] BLACK = {0, 0, 0, 255};

    @Test
    void inks_become_the_colours_that_they_print() throws IOException {
        assertThat(shown(jpeg(RED))).isLike(0xFF0000);
        assertThat(shown(jpeg(BLACK))).isLike(0x000000);
        assertThat(shown(jpeg(new int[] {0, 0, 0, 0}))).isLike(0xFFFFFF);
    }

    @Test
    void inks_that_adobe_writes_inverted_are_those_colours_too() throws IOException {
        assertThat(shown(marked(jpeg(new int[] {255, 0, 0, 255}), 0))).isLike(0xFF0000);
        // As light and colour (libjpeg's ycck_cmyk_convert): the inks are 255 less what that is, here cyan, inverted
        // again.
        assertThat(shown(marked(jpeg(new int[] {179, 171, 1, 255}), 2))).isLike(0xFF0000);
    }

    @Test
    void it_never_goes_out_as_it_is_though_its_size_would_fit() {
        var inks = jpeg(RED);

        assertThat(Images.header(inks)).isEqualTo(new Images.Header.Read("image/jpeg", 16, 8));
        assertThat(((Fitted.Fit) Images.fit(inks, AIM)).bytes()).isNotEqualTo(inks);
    }

    @Test
    void a_profile_that_is_none_of_four_inks_is_passed_over() throws IOException {
        var rgb = java.awt.color.ICC_Profile.getInstance(java.awt.color.ColorSpace.CS_sRGB)
                .getData();

        assertThat(shown(profiled(jpeg(RED), rgb))).isLike(0xFF0000);
        assertThat(shown(profiled(jpeg(RED), new byte[500]))).isLike(0xFF0000);
    }

    private record Shown(int rgb) {
        void isLike(int other) {
            for (var shift = 0; shift < 24; shift += 8) {
                org.assertj.core.api.Assertions.assertThat(rgb >> shift & 0xFF)
                        .as("%06x, not %06x", rgb, other)
                        .isCloseTo(other >> shift & 0xFF, org.assertj.core.data.Offset.offset(12));
            }
        }
    }

    private static Shown assertThat(Shown shown) {
        return shown;
    }

    private static <T> org.assertj.core.api.ObjectAssert<T> assertThat(T value) {
        return org.assertj.core.api.Assertions.assertThatObject(value);
    }

    private static Shown shown(byte[] inks) throws IOException {
        var fit = (Fitted.Fit) Images.fit(inks, AIM);
        var image = ImageIO.read(new ByteArrayInputStream(fit.bytes()));
        return new Shown(image.getRGB(8, 4) & 0xFFFFFF);
    }

    private static byte[] jpeg(int[] inks) {
        var raster = Raster.createInterleavedRaster(java.awt.image.DataBuffer.TYPE_BYTE, 16, 8, 4, null);
        for (var y = 0; y < 8; y++) {
            for (var x = 0; x < 16; x++) {
                raster.setPixel(x, y, inks);
            }
        }
        var bytes = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(raster, null, null), null);
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    /** With Adobe's segment (APP14). */
    private static byte[] marked(byte[] jpeg, int transform) {
        return inserted(jpeg, new byte[] {
            (byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) transform
        });
    }

    private static byte[] profiled(byte[] jpeg, byte[] profile) {
        var segment = new ByteArrayOutputStream();
        var length = profile.length + 16;
        segment.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE2, (byte) (length >> 8), (byte) length});
        segment.writeBytes("ICC_PROFILE\0\1\1".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        segment.writeBytes(profile);
        return inserted(jpeg, segment.toByteArray());
    }

    private static byte[] inserted(byte[] jpeg, byte[] segment) {
        var bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        bytes.writeBytes(segment);
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }
}
