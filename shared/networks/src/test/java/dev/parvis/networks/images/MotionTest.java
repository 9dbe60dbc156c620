package dev.parvis.networks.images;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.media.Examiner.Finding;
import dev.parvis.networks.images.Images.Aim;
import dev.parvis.networks.images.Images.Fitted;
import dev.parvis.networks.images.Images.Header;
import dev.parvis.networks.originals.Examination;

import static org.assertj.core.api.Assertions.assertThat;

/** Pictures that move. */
class MotionTest {
    private static final byte[] MOVING = Drawn.redThenBlue(40, 30).animated(3, 25);

    private static Duration length(byte[] bytes) {
        return ((Header.Read) Images.header(bytes)).length();
    }

    private static int frames(byte[] gif) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(gif)));
        return reader.getNumImages(true);
    }

    @Test
    void a_gif_of_several_pictures_moves_for_as_long_as_they_say() throws IOException {
        var found = new Examination().examine("image/gif", new ByteArrayInputStream(MOVING));

        assertThat(found).isEqualTo(new Finding.Sound(40, 30, Duration.ofMillis(750)));
        assertThat(length(Drawn.redThenBlue(40, 30).animated(4, 0))).isEqualTo(Duration.ofMillis(400));
        assertThat(length(Drawn.redThenBlue(40, 30).animated(1, 25))).isZero();
        assertThat(length(Drawn.redThenBlue(40, 30).gif())).isZero();
    }

    @Test
    void as_it_is_it_goes_on_moving_and_made_smaller_it_is_its_first_picture() throws IOException {
        var asIs = (Fitted.Fit) Images.fit(MOVING, new Aim(1_000_000, 1_000_000, 2000, Set.of("image/gif")));
        var smaller = (Fitted.Fit) Images.fit(MOVING, new Aim(1_000_000, 600, 20, Set.of("image/gif", "image/jpeg")));

        assertThat(frames(MOVING)).isEqualTo(3);
        assertThat(frames(asIs.bytes())).isEqualTo(3);
        assertThat(smaller.type()).isEqualTo("image/jpeg");
    }

    @Test
    void a_png_of_several_pictures_moves_where_it_was_made_and_stands_still_here() {
        var png = Drawn.redThenBlue(4, 4).png();
        var moving = chunked(png, "fcTL", delayed(1, 4), delayed(1, 2));

        assertThat(length(moving)).isEqualTo(Duration.ofMillis(750));
        assertThat(length(chunked(png, "fcTL", delayed(1, 4)))).isZero();
        assertThat(length(chunked(png, "fcTL", delayed(0, 0), delayed(0, 0)))).isEqualTo(Duration.ofMillis(200));
        assertThat(length(chunked(png, "fcTL", new byte[3], new byte[3]))).isZero();
        var fit = (Fitted.Fit) Images.fit(moving, new Aim(1_000_000, 1_000_000, 2000, Set.of("image/png")));
        assertThat(length(fit.bytes())).isZero();
    }

    @Test
    void whatever_is_damaged_in_it_it_is_read_or_refused() {
        var random = new Random(20261121);
        for (var trial = 0; trial < 3_000; trial++) {
            var bytes = Arrays.copyOf(MOVING, random.nextInt(MOVING.length) + 1);
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();

            assertThat(Images.header(bytes)).isInstanceOfAny(Header.Read.class, Header.Unfit.class);
        }
    }

    /** The frame's control: number, sizes, and its delay as a fraction. */
    private static byte[] delayed(int parts, int of) {
        var body = new byte[26];
        body[21] = (byte) parts;
        body[23] = (byte) of;
        return body;
    }

    /** The PNG with chunks behind its header. */
    private static byte[] chunked(byte[] png, String name, byte[]... bodies) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.write(png, 0, 33);
            for (var body : bodies) {
                out.writeInt(body.length);
                out.write(name.getBytes(StandardCharsets.US_ASCII));
                out.write(body);
                out.writeInt(0);
            }
            out.write(png, 33, png.length - 33);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
