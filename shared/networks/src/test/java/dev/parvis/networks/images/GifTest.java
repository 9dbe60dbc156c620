package dev.parvis.networks.images;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;

import dev.parvis.networks.images.Images.Aim;
import dev.parvis.networks.images.Images.Fitted;
import dev.parvis.networks.images.Images.Header;

import static org.assertj.core.api.Assertions.assertThat;

class GifTest {
    private static final Aim AIM = new Aim(1_000_000, 1_000_000, 2000, Set.of("image/gif"));
    private static final byte[] PLAIN = Drawn.redThenBlue(12, 8).gif();

    @Test
    void its_pictures_timing_and_repetition_stay_and_all_that_others_wrote_into_it_goes() throws IOException {
        var repeats = extension(0xFF, "NETSCAPE2.0", new byte[] {1, 0, 0});
        var timing = new byte[] {0x21, (byte) 0xF9, 4, 0, 10, 0, 0, 0};
        var where = extension(0xFF, "XMP DataXMP", "GPS 48.8566 2.3522".getBytes(StandardCharsets.US_ASCII));
        var comment = comment("Marie Curie <marie@example.org>");
        var told = after(PLAIN, repeats, where, comment, timing);
        var trailing = Arrays.copyOf(told, told.length + 40);

        var clean = ((Fitted.Fit) Images.fit(trailing, AIM)).bytes();

        assertThat(clean).isEqualTo(after(PLAIN, repeats, timing));
        assertThat(ImageIO.read(new ByteArrayInputStream(clean)).getWidth()).isEqualTo(12);
    }

    @Test
    void what_poses_as_one_for_something_else_loses_what_it_hid() {
        var script = "/*<script>alert(1)</script>*/".getBytes(StandardCharsets.US_ASCII);
        var polyglot = Arrays.copyOf(PLAIN, PLAIN.length + script.length);
        System.arraycopy(script, 0, polyglot, PLAIN.length, script.length);

        assertThat(((Fitted.Fit) Images.fit(polyglot, AIM)).bytes()).isEqualTo(PLAIN);
    }

    @Test
    void what_is_cut_anywhere_is_damaged() {
        for (var end = 6; end < PLAIN.length; end++) {
            assertThat(Images.header(Arrays.copyOf(PLAIN, end))).isInstanceOf(Header.Unfit.class);
        }
    }

    @Test
    void a_screen_or_a_picture_of_too_many_pixels_is_refused_by_its_header() {
        var screen = PLAIN.clone();
        Arrays.fill(screen, 6, 10, (byte) 0xFF);
        var picture = PLAIN.clone();
        for (var at = 13; at < picture.length; at++) {
            if (picture[at] == 0x2C) {
                Arrays.fill(picture, at + 5, at + 9, (byte) 0xFF);
                break;
            }
        }

        assertThat(((Header.Unfit) Images.header(screen)).code()).isEqualTo("image_too_large");
        assertThat(Images.header(picture)).isInstanceOf(Header.Unfit.class);
    }

    @Test
    void nothing_in_a_file_makes_it_throw() {
        var random = new Random(3);
        for (var trial = 0; trial < 3000; trial++) {
            var broken = PLAIN.clone();
            for (var i = 0; i < 4; i++) {
                broken[6 + random.nextInt(broken.length - 6)] = (byte) random.nextInt();
            }

            assertThat(Images.fit(broken, AIM)).isNotNull();
        }
    }

    private static byte[] comment(String text) {
        return extension(0xFE, text, new byte[0]);
    }

    private static byte[] extension(int label, String first, byte[] second) {
        var bytes = new ByteArrayOutputStream();
        bytes.write(0x21);
        bytes.write(label);
        bytes.write(first.length());
        bytes.writeBytes(first.getBytes(StandardCharsets.US_ASCII));
        if (second.length > 0) {
            bytes.write(second.length);
            bytes.writeBytes(second);
        }
        bytes.write(0);
        return bytes.toByteArray();
    }

    /** Between the colours and the first block. */
    private static byte[] after(byte[] gif, byte[]... blocks) {
        var head = 13 + (gif[10] < 0 ? 3 << (gif[10] & 7) + 1 : 0);
        var bytes = new ByteArrayOutputStream();
        bytes.write(gif, 0, head);
        for (var block : blocks) {
            bytes.writeBytes(block);
        }
        bytes.write(gif, head, gif.length - head);
        return bytes.toByteArray();
    }
}
