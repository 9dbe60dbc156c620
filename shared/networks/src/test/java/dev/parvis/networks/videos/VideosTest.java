package dev.parvis.networks.videos;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.networks.Limits;

import static org.assertj.core.api.Assertions.assertThat;

class VideosTest {
    private static final Limits.Videos TAKEN = new Limits.Videos(10_000, Duration.ofMinutes(2), Set.of("video/mp4"));

    @Test
    void what_a_file_tells_is_read_from_its_boxes() {
        assertThat(Videos.fit(Filmed.CLIP.bytes(), TAKEN)).isEqualTo(new Videos.Fitted.Fit("video/mp4", 640, 360));
        assertThat(Videos.fit(Filmed.CLIP.upright().bytes(), TAKEN))
                .isEqualTo(new Videos.Fitted.Fit("video/mp4", 360, 640));
    }

    @Test
    void what_a_network_does_not_take_is_said_precisely() {
        assertThat(code(Filmed.CLIP.filming(20_000).bytes())).isEqualTo("video_too_large");
        assertThat(code(Filmed.CLIP.lasting(Duration.ofSeconds(121)).bytes())).isEqualTo("video_too_long");
        assertThat(code(Filmed.CLIP.lasting(Duration.ofSeconds(120)).bytes())).isEmpty();
        assertThat(code(Filmed.CLIP.of("qt  ").bytes())).isEqualTo("video_type");
        assertThat(code(new byte[] {0x1A, 0x45, (byte) 0xDF, (byte) 0xA3, 0})).isEqualTo("video_type");
    }

    @Test
    void a_file_that_lies_or_ends_too_soon_is_no_video() {
        var whole = Filmed.CLIP.bytes();

        assertThat(code("<html>not a video".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo("video_unreadable");
        assertThat(code(new byte[0])).isEqualTo("video_unreadable");
        for (var end = 0; end < whole.length; end++) {
            assertThat(code(Arrays.copyOf(whole, end))).as("cut at %d", end).isEqualTo("video_unreadable");
        }
        assertThat(code(Filmed.box("ftyp", new byte[8]))).isEqualTo("video_unreadable");
    }

    @Test
    void no_file_makes_it_fail_or_hang() {
        var random = new Random(7);
        for (var round = 0; round < 5_000; round++) {
            var bytes = Filmed.CLIP.bytes();
            for (var spoilt = random.nextInt(8); spoilt >= 0; spoilt--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }

            assertThat(Videos.fit(bytes, TAKEN)).as("round %d", round).isNotNull();
        }
    }

    private static String code(byte[] bytes) {
        return switch (Videos.fit(bytes, TAKEN)) {
            case Videos.Fitted.Fit _ -> "";
            case Videos.Fitted.Unfit(var code, var _) -> code;
        };
    }
}
