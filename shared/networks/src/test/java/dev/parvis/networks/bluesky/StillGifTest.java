package dev.parvis.networks.bluesky;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.media.Original;
import dev.parvis.domain.media.Stills;

import static org.assertj.core.api.Assertions.assertThat;

/** Bluesky gives every image out as JPEG. */
class StillGifTest {
    @Test
    void a_gif_that_goes_out_as_it_is_stands_still_all_the_same() {
        var media = Fixtures.media(Fixtures.workspaceId(), Fixtures.brandId(), Fixtures.NOON)
                .of("image/gif", 10_000);
        var moving = media.with(new Original("00", "", 40, 20, Duration.ofSeconds(1)));
        var still = media.with(new Original("00", "", 40, 20, Duration.ZERO));

        assertThat(Stills.of(moving, BlueskyPreparation.SIZE)).get().asString().contains("stands still");
        assertThat(Stills.of(still, BlueskyPreparation.SIZE)).isEmpty();
        assertThat(Stills.of(media, BlueskyPreparation.SIZE))
                .as("not looked at yet")
                .isEmpty();
    }
}
