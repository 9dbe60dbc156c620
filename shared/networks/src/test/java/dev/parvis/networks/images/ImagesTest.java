package dev.parvis.networks.images;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.parvis.networks.images.Images.Fitted;

import static org.assertj.core.api.Assertions.assertThat;

class ImagesTest {
    private static final Set<String> ALL = Set.of("image/jpeg", "image/png", "image/gif");
    private static final Images.Aim ROOMY = new Images.Aim(10_000_000, 50_000_000, 2000, ALL);

    @Test
    void what_fits_keeps_its_bytes() {
        for (var bytes : List.of(
                Drawn.noise(50, 40).png(),
                Drawn.noise(50, 40).jpeg(),
                Drawn.noise(50, 40).gif())) {
            var fit = fit(bytes, ROOMY);

            assertThat(fit.bytes()).isEqualTo(bytes);
            assertThat(fit.width()).isEqualTo(50);
            assertThat(fit.height()).isEqualTo(40);
        }
    }

    @Test
    void a_jpegs_metadata_and_whatever_follows_it_are_taken_out_and_its_pixels_stay() throws IOException {
        var plain = Drawn.noise(50, 40).jpeg();
        var told = with(
                plain,
                segment(0xE1, "Exif\0\0MM\0*\0\0\0\u0008\0\0GPS 48.8530 2.3499"),
                segment(0xE1, "http://ns.adobe.com/xap/1.0/\0GPS"),
                segment(0xFE, "GPS comment"),
                segment(0xED, "Photoshop GPS"));
        var trailing = concat(told, "GPS and a film".getBytes(StandardCharsets.US_ASCII));

        var fit = fit(trailing, ROOMY);

        assertThat(new String(fit.bytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain("GPS")
                .doesNotContain("Exif");
        assertThat(pixels(fit.bytes())).isEqualTo(pixels(plain));
    }

    @Test
    void a_colour_profile_stays() {
        var profiled = with(
                Drawn.noise(50, 40).jpeg(),
                segment(0xE2, "ICC_PROFILE\0\u0001\u0001profile"),
                segment(0xE2, "MPF\0GPS"));

        var text = new String(fit(profiled, ROOMY).bytes(), StandardCharsets.ISO_8859_1);

        assertThat(text).contains("ICC_PROFILE").doesNotContain("MPF");
    }

    @Test
    void a_pngs_texts_are_taken_out() throws IOException {
        var plain = Drawn.noise(50, 40).png();
        var told = insert(plain, 33, chunk("tEXt", "Comment\0GPS".getBytes(StandardCharsets.ISO_8859_1)));

        var fit = fit(concat(told, "GPS".getBytes(StandardCharsets.US_ASCII)), ROOMY);

        assertThat(fit.bytes()).isEqualTo(plain);
        assertThat(pixels(fit.bytes())).isEqualTo(pixels(plain));
    }

    /** Where the red half of a picture, red on the left, must be seen: left, right, top, bottom. */
    @ParameterizedTest
    @CsvSource({"1,left", "2,right", "3,right", "4,left", "5,top", "6,top", "7,bottom", "8,bottom"})
    void it_is_turned_as_its_camera_was_held(int orientation, String red) throws IOException {
        var exif = segment(
                0xE1,
                "Exif\0\0MM\0*\0\0\0\u0008\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0" + (char) orientation
                        + "\0\0\0\0\0\0");

        var fit = fit(with(Drawn.redThenBlue(80, 40).jpeg(), exif), ROOMY);

        var seen = ImageIO.read(new ByteArrayInputStream(fit.bytes()));
        var lying = orientation >= 5;
        assertThat(fit.width()).isEqualTo(lying ? 40 : 80).isEqualTo(seen.getWidth());
        assertThat(fit.height()).isEqualTo(lying ? 80 : 40).isEqualTo(seen.getHeight());
        assertThat(isRed(seen, 5, 5)).isEqualTo(red.equals("left") || red.equals("top"));
        assertThat(isRed(seen, seen.getWidth() - 5, 5)).isEqualTo(red.equals("right") || red.equals("top"));
        assertThat(isRed(seen, 5, seen.getHeight() - 5)).isEqualTo(red.equals("left") || red.equals("bottom"));
    }

    @Test
    void what_is_too_heavy_is_shrunk_under_the_limit_and_keeps_its_shape() {
        var heavy = Drawn.noise(1200, 900).png();
        assertThat(heavy.length).isGreaterThan(1_000_000);

        var fit = fit(heavy, new Images.Aim(100_000, 50_000_000, 2000, ALL));

        assertThat(fit.type()).isEqualTo("image/jpeg");
        assertThat(fit.bytes().length).isLessThanOrEqualTo(100_000);
        assertThat((double) fit.width() / fit.height()).isBetween(1.30, 1.37);
    }

    @Test
    void what_a_network_does_not_take_becomes_a_jpeg_on_white() throws IOException {
        var clear = new BufferedImage(30, 20, BufferedImage.TYPE_INT_ARGB);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(clear, "png", bytes);

        var fit = fit(bytes.toByteArray(), new Images.Aim(1_000_000, 50_000_000, 2000, Set.of("image/jpeg")));

        assertThat(fit.type()).isEqualTo("image/jpeg");
        assertThat(ImageIO.read(new ByteArrayInputStream(fit.bytes())).getRGB(10, 10) & 0xFFFFFF)
                .isEqualTo(0xFFFFFF);
    }

    @Test
    void a_bomb_of_pixels_is_refused_by_its_header() {
        var header = ByteBuffer.allocate(13)
                .putInt(60_000)
                .putInt(60_000)
                .put(new byte[] {8, 6, 0, 0, 0})
                .array();
        var bomb = concat(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'},
                chunk("IHDR", header),
                chunk("IDAT", new byte[100]),
                chunk("IEND", new byte[0]));

        assertThat(Images.fit(bomb, ROOMY)).isInstanceOfSatisfying(Fitted.Unfit.class, unfit -> {
            assertThat(unfit.code()).isEqualTo("image_too_large");
            assertThat(unfit.reason()).contains("60000");
        });
    }

    /** Each of its scans would be as much work as the image is large, and takes ten bytes. */
    @Test
    void a_bomb_of_scans_is_refused_before_it_is_opened() {
        var small = Drawn.redThenBlue(8, 8).jpeg();
        var bomb = new java.io.ByteArrayOutputStream();
        bomb.write(small, 0, small.length - 2);
        for (var scan = 0; scan < 200; scan++) {
            bomb.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xDA, 0, 8, 1, 1, 0, 0, 63, 0});
        }
        bomb.write(small, small.length - 2, 2);

        assertThat(Images.header(bomb.toByteArray()))
                .isInstanceOfSatisfying(
                        Images.Header.Unfit.class, no -> assertThat(no.code()).isEqualTo("image_too_complex"));
    }

    @Test
    void what_is_no_image_is_known_by_its_content() {
        for (var text : List.of(
                "",
                "x",
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "RIFF\0\0\0\0WAVEfmt ",
                "%PDF-1.7",
                "GIF",
                "<html>image.jpg</html>")) {
            var fitted = Images.fit(text.getBytes(StandardCharsets.ISO_8859_1), ROOMY);

            assertThat(fitted).as(text).isInstanceOfSatisfying(Fitted.Unfit.class, unfit -> assertThat(unfit.code())
                    .isEqualTo("not_an_image"));
        }
    }

    @Test
    void what_is_cut_off_is_damaged() {
        for (var whole : List.of(Drawn.noise(50, 40).jpeg(), Drawn.noise(50, 40).png())) {
            for (var length : new int[] {12, 40, whole.length / 2, whole.length - 2}) {
                var fitted = Images.fit(java.util.Arrays.copyOf(whole, length), ROOMY);

                assertThat(fitted)
                        .as("%d of %d", length, whole.length)
                        .isInstanceOfSatisfying(Fitted.Unfit.class, unfit -> assertThat(unfit.code())
                                .isEqualTo("image_damaged"));
            }
        }
    }

    @Test
    void nothing_in_a_file_makes_it_throw() {
        var random = new Random(11);
        for (var whole : List.of(
                Drawn.noise(20, 20).jpeg(),
                Drawn.noise(20, 20).png(),
                Drawn.noise(20, 20).gif())) {
            for (var round = 0; round < 300; round++) {
                var broken = whole.clone();
                for (var i = 0; i < 4; i++) {
                    broken[random.nextInt(broken.length)] = (byte) random.nextInt();
                }

                assertThat(Images.fit(broken, new Images.Aim(500, 300, 15, Set.of("image/jpeg"))))
                        .isNotNull();
            }
        }
    }

    private static Fitted.Fit fit(byte[] bytes, Images.Aim aim) {
        var fitted = Images.fit(bytes, aim);
        assertThat(fitted).isInstanceOf(Fitted.Fit.class);
        return (Fitted.Fit) fitted;
    }

    private static boolean isRed(BufferedImage image, int x, int y) {
        var rgb = image.getRGB(x, y);
        return (rgb >> 16 & 255) > 200 && (rgb & 255) < 60;
    }

    private static int[] pixels(byte[] bytes) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(bytes));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static byte[] with(byte[] jpeg, byte[]... segments) {
        return insert(jpeg, 2, concat(segments));
    }

    private static byte[] segment(int marker, String content) {
        var body = content.getBytes(StandardCharsets.ISO_8859_1);
        return concat(
                new byte[] {(byte) 0xFF, (byte) marker, (byte) (body.length + 2 >> 8), (byte) (body.length + 2)}, body);
    }

    private static byte[] chunk(String name, byte[] content) {
        var named = concat(name.getBytes(StandardCharsets.US_ASCII), content);
        var sum = new CRC32();
        sum.update(named);
        return concat(
                ByteBuffer.allocate(4).putInt(content.length).array(),
                named,
                ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    private static byte[] insert(byte[] bytes, int at, byte[] more) {
        return concat(java.util.Arrays.copyOf(bytes, at), more, java.util.Arrays.copyOfRange(bytes, at, bytes.length));
    }

    private static byte[] concat(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
