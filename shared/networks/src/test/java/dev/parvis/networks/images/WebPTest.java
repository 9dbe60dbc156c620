package dev.parvis.networks.images;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.parvis.networks.images.Images.Fitted;
import dev.parvis.networks.images.Images.Header;

import static org.assertj.core.api.Assertions.assertThat;

/** Files of 7 × 5 pixels that libwebp wrote. */
class WebPTest {
    private static final byte[] LOSSLESS = bytes("UklGRh4AAABXRUJQVlA4TBEAAAAvBgABAAdQhSJXof+BiOh/AAA=");
    private static final byte[] LOSSY =
            bytes("UklGRjgAAABXRUJQVlA4ICwAAACQAQCdASoHAAUAAsBMJaACdLoAA5gA/u+ax9CjZRKpf/SbP+Js/4mz45gAAA==");
    private static final byte[] EXTENDED =
            bytes("UklGRlIAAABXRUJQVlA4WAoAAAAIAAAABgAABAAAVlA4TBEAAAAvBgABAAdQhSJXof+BiOh/AABFWElGGgAAAElJKgAIAAAA"
                    + "AQAOAQIABAAAAEdQUwAAAAAA");
    private static final Images.Aim TAKES_IT = new Images.Aim(10_000, 10_000, 2000, Set.of("image/webp", "image/jpeg"));

    @Test
    void its_size_is_read_whichever_way_it_was_written() {
        assertThat(Images.header(LOSSLESS)).isEqualTo(new Header.Read("image/webp", 7, 5));
        assertThat(Images.header(LOSSY)).isEqualTo(new Header.Read("image/webp", 7, 5));
        assertThat(Images.header(EXTENDED)).isEqualTo(new Header.Read("image/webp", 7, 5));
    }

    @Test
    void it_is_passed_on_without_its_metadata() {
        var fit = (Fitted.Fit) Images.fit(EXTENDED, TAKES_IT);

        assertThat(text(EXTENDED)).contains("EXIF").contains("GPS");
        assertThat(text(fit.bytes())).doesNotContain("EXIF").doesNotContain("GPS");
        assertThat(fit.type()).isEqualTo("image/webp");
        assertThat(Images.header(fit.bytes())).isEqualTo(new Header.Read("image/webp", 7, 5));
        assertThat(fit.bytes()[20]).as("flags").isZero();
    }

    @Test
    void where_it_would_have_to_be_written_anew_a_person_is_told_what_to_do() {
        var jpegOnly = new Images.Aim(10_000, 10_000, 2000, Set.of("image/jpeg"));
        var tiny = new Images.Aim(10, 10_000, 2000, Set.of("image/webp"));

        assertThat(Images.fit(LOSSY, jpegOnly)).isInstanceOfSatisfying(Fitted.Unfit.class, unfit -> {
            assertThat(unfit.code()).isEqualTo("image_webp");
            assertThat(unfit.reason()).contains("upload it as JPEG or PNG");
        });
        assertThat(Images.fit(LOSSY, tiny)).isInstanceOf(Fitted.Unfit.class);
    }

    @Test
    void what_is_cut_or_broken_is_refused_and_never_a_fault() {
        var random = new Random(4);
        for (var length = 12; length < EXTENDED.length; length++) {
            assertThat(Images.header(Arrays.copyOf(EXTENDED, length))).isInstanceOf(Header.Unfit.class);
        }
        for (var trial = 0; trial < 2000; trial++) {
            var broken = EXTENDED.clone();
            broken[random.nextInt(broken.length)] = (byte) random.nextInt();

            assertThat(Images.fit(broken, TAKES_IT)).isNotNull();
        }
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
