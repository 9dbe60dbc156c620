package dev.parvis.domain.media;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.networks.Limits;
import dev.parvis.domain.networks.Publishes.Violation;
import dev.parvis.domain.posts.Content;

import static org.assertj.core.api.Assertions.assertThat;

class FitnessTest {
    private static final Limits LIMITS = new Limits(
                    300, Limits.Counting.GRAPHEMES, 0, 0, 4, 1_000, 10_000, 1000, Set.of("image/jpeg"))
            .with(new Limits.Videos(100_000_000, Duration.ofSeconds(60), Set.of("video/mp4")));

    private static Media media(String type, long bytes) {
        return Fixtures.media(Fixtures.workspaceId(), Fixtures.brandId(), Fixtures.NOON)
                .of(type, bytes);
    }

    private static Media film(String type, long bytes, Duration length) {
        return media(type, bytes).with(new Original("00", "", 1920, 1080, length));
    }

    private static String detail(Media media) {
        return Fitness.of(media, LIMITS).map(Fitness.Unfit::detail).orElse("");
    }

    @Test
    void a_video_within_the_limits_fits_and_one_over_any_of_them_does_not() {
        assertThat(Fitness.of(film("video/mp4", 100_000_000, Duration.ofSeconds(60)), LIMITS))
                .isEmpty();
        assertThat(detail(film("video/mp4", 100_000_001, Duration.ofSeconds(60))))
                .isEqualTo("“vitrine.jpg” has 101 MB; taken are 100 MB");
        assertThat(detail(film("video/mp4", 1, Duration.ofMillis(60_001))))
                .isEqualTo("“vitrine.jpg” lasts 61 seconds; taken are 60");
        assertThat(detail(film("video/quicktime", 1, Duration.ofSeconds(1))))
                .isEqualTo("“vitrine.jpg” is video/quicktime; taken are video/mp4");
    }

    @Test
    void a_video_whose_length_nobody_knows_yet_is_judged_by_its_bytes() {
        assertThat(Fitness.of(media("video/mp4", 1), LIMITS)).isEmpty();
        assertThat(Fitness.of(media("video/mp4", 200_000_000), LIMITS)).isPresent();
    }

    @Test
    void where_a_network_does_not_say_how_long_a_video_may_be_it_may_be_long() {
        var silent = LIMITS.with(new Limits.Videos(100_000_000, Duration.ZERO, Set.of("video/mp4")));

        assertThat(Fitness.of(film("video/mp4", 1, Duration.ofHours(3)), silent))
                .isEmpty();
    }

    @Test
    void an_image_that_can_be_made_smaller_always_fits_and_a_webp_only_as_it_is() {
        var takesWebP = new Limits(
                300, Limits.Counting.GRAPHEMES, 0, 0, 4, 1_000, 10_000, 1000, Set.of("image/jpeg", "image/webp"));

        assertThat(Fitness.of(media("image/png", 20_000_000), LIMITS)).isEmpty();
        assertThat(detail(media("image/webp", 1))).contains("upload it as JPEG or PNG");
        assertThat(Fitness.of(media("image/webp", 1_000), takesWebP)).isEmpty();
        assertThat(Fitness.of(media("image/webp", 1_001), takesWebP)).isPresent();
        assertThat(Fitness.of(film("image/webp", 1, Duration.ZERO), takesWebP)).isPresent();
    }

    @Test
    void what_does_not_fit_is_pointed_at_where_it_stands() {
        var webP = media("image/webp", 1);
        var film = film("video/mp4", 1, Duration.ofHours(1));
        var known = Map.of("w", webP, "f", film);
        var image = new Content.Image("w", "");
        var part = new Content.Part(Content.Kind.THREAD, "", Optional.empty(), List.of(image));
        var content = new Content(
                "",
                Optional.empty(),
                List.of(new Content.Image("unknown", ""), image),
                "fr",
                Optional.of(new Content.Video("f", "")),
                Optional.empty(),
                List.of(part),
                Map.of());

        assertThat(Fitness.of(content, LIMITS, id -> Optional.ofNullable(known.get(id))))
                .extracting(Violation::pointer)
                .containsExactly("/images/1", "/video", "/parts/0/images/0");
    }
}
