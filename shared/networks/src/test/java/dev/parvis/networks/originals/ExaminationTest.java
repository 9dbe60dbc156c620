package dev.parvis.networks.originals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.media.Examiner.Finding;
import dev.parvis.networks.images.Drawn;

import static dev.parvis.networks.originals.Boxes.ascii;
import static dev.parvis.networks.originals.Boxes.box;
import static dev.parvis.networks.originals.Boxes.join;
import static dev.parvis.networks.originals.Boxes.number;
import static org.assertj.core.api.Assertions.assertThat;

class ExaminationTest {
    private static final byte[] FTYP = box("ftyp", ascii("isom"), number(512));

    @Test
    void an_image_tells_its_size() {
        assertThat(look("image/png", Drawn.noise(30, 20).png())).isEqualTo(new Finding.Sound(30, 20, Duration.ZERO));
        assertThat(look("image/jpeg", Drawn.noise(30, 20).jpeg())).isEqualTo(new Finding.Sound(30, 20, Duration.ZERO));
    }

    @Test
    void an_image_of_another_type_than_declared_is_refused_by_both_names() {
        var lie = (Finding.Unsound) look("image/jpeg", Drawn.noise(30, 20).png());

        assertThat(lie.code()).isEqualTo("media.type_mismatch");
        assertThat(lie.reason()).isEqualTo("the file is a PNG image, not a JPEG image as it was declared");
        assertThat(code("image/png", ascii("<html>Bonjour</html>"))).isEqualTo("media.not_an_image");
        assertThat(code("image/png", Boxes.film("isom", 10, 10, 1))).isEqualTo("media.not_an_image");
        assertThat(code("video/mp4", Drawn.noise(30, 20).png())).isEqualTo("media.not_a_video");
        assertThat(code("video/mp4", Boxes.film("qt  ", 10, 10, 1))).isEqualTo("media.type_mismatch");
    }

    @Test
    void an_image_that_would_unpack_to_too_much_is_refused_by_its_header() {
        var small = Drawn.noise(30, 20).png();
        var bomb = small.clone();
        java.nio.ByteBuffer.wrap(bomb).putInt(16, 60_000).putInt(20, 60_000);
        var crc = new java.util.zip.CRC32();
        crc.update(bomb, 12, 17);
        java.nio.ByteBuffer.wrap(bomb).putInt(29, (int) crc.getValue());

        assertThat(code("image/png", bomb)).isEqualTo("media.image_too_large");
        assertThat(code("image/png", Arrays.copyOf(small, small.length / 2))).isEqualTo("media.image_damaged");
    }

    @Test
    void a_video_tells_its_size_and_length() {
        assertThat(look("video/mp4", Boxes.film("isom", 1920, 1080, 12.5)))
                .isEqualTo(new Finding.Sound(1920, 1080, Duration.ofMillis(12_500)));
        assertThat(look("video/quicktime", Boxes.film("qt  ", 640, 480, 3)))
                .isEqualTo(new Finding.Sound(640, 480, Duration.ofSeconds(3)));
        assertThat(look("video/mp4", join(FTYP, box("moov", Boxes.mvhd(2), Boxes.turned(1920, 1080)))))
                .isEqualTo(new Finding.Sound(1080, 1920, Duration.ofSeconds(2)));
    }

    @Test
    void the_length_of_a_fragmented_video_is_where_fragments_say_it() {
        var extends_ = box("mvex", box("mehd", number(0), number(7000)));

        assertThat(look("video/mp4", join(FTYP, box("moov", Boxes.mvhd(0), Boxes.picture(9, 16), extends_))))
                .isEqualTo(new Finding.Sound(9, 16, Duration.ofSeconds(7)));
        assertThat(code("video/mp4", join(FTYP, box("moov", Boxes.mvhd(0), Boxes.picture(9, 16)))))
                .isEqualTo("media.video_unknown_length");
    }

    @Test
    void a_video_without_picture_or_index_is_refused() {
        assertThat(code("video/mp4", join(FTYP, box("moov", Boxes.mvhd(2), Boxes.sound()))))
                .isEqualTo("media.video_without_picture");
        assertThat(code("video/mp4", join(FTYP, box("mdat", new byte[100])))).isEqualTo("media.video_damaged");
        assertThat(code("video/mp4", FTYP)).isEqualTo("media.video_damaged");
        assertThat(code("video/mp4", new byte[0])).isEqualTo("media.not_a_video");
    }

    @Test
    void a_box_of_64_bits_and_one_to_the_end_of_the_file_are_read() {
        var large = join(number(1), ascii("mdat"), number(0), number(16 + 50), new byte[50]);
        var last = join(number(0), ascii("mdat"), new byte[50]);

        assertThat(look("video/mp4", join(FTYP, large, Boxes.moov(4, 3, 1), last)))
                .isEqualTo(new Finding.Sound(4, 3, Duration.ofSeconds(1)));
        assertThat(code("video/mp4", join(FTYP, number(1), ascii("mdat"), number(-1), number(-1))))
                .isEqualTo("media.video_damaged");
    }

    @Test
    void a_video_cut_anywhere_is_refused() {
        var film = Boxes.film("isom", 1920, 1080, 12.5);
        for (var length = 0; length < film.length; length += 7) {
            assertThat(look("video/mp4", Arrays.copyOf(film, length))).isInstanceOf(Finding.Unsound.class);
        }
    }

    @Test
    void an_index_that_claims_a_large_memory_is_refused_unread() throws IOException {
        var claim = join(FTYP, number(Integer.MAX_VALUE), ascii("moov"));
        var endless = new java.io.SequenceInputStream(new ByteArrayInputStream(claim), new InputStream() {
            @Override
            public int read() {
                throw new AssertionError("read on");
            }
        });

        assertThat(new Examination().examine("video/mp4", endless)).isInstanceOf(Finding.Unsound.class);
    }

    @Test
    void a_broken_video_is_never_a_fault() {
        var random = new Random(11);
        var film = Boxes.film("isom", 1920, 1080, 12.5);
        for (var trial = 0; trial < 3000; trial++) {
            var broken = film.clone();
            for (var i = 0; i < 3; i++) {
                var near = random.nextBoolean() ? random.nextInt(40) : broken.length - 1 - random.nextInt(500);
                broken[near] = (byte) random.nextInt();
            }

            assertThat(look("video/mp4", broken)).isNotNull();
        }
    }

    private static String code(String type, byte[] bytes) {
        return look(type, bytes) instanceof Finding.Unsound(var code, var _) ? code : "sound";
    }

    private static Finding look(String type, byte[] bytes) {
        try {
            return new Examination().examine(type, new ByteArrayInputStream(bytes));
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
    }
}
