package dev.parvis.domain.replies;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

/** What every count of replies by the hour holds. */
public abstract class PaceContract extends StoreContract {
    private static final Instant LAST_SECOND = NOON.plus(Duration.ofMinutes(59)).plusSeconds(59);

    private final WorkspaceId workspace = Fixtures.workspaceId();
    private final ChannelId channel = Fixtures.channelId();

    /** As interactions' ids are. */
    private static String interaction(int n) {
        return "%016x%016x".formatted(n, n);
    }

    private boolean takes(int n, Instant at) {
        return stores.pace().takes(workspace, channel, at, interaction(n));
    }

    private void full() {
        for (var n = 0; n < Pace.MOST_AN_HOUR; n++) {
            assertThat(takes(n, NOON)).as("place " + n).isTrue();
        }
    }

    @Test
    void an_hour_has_so_many_places_and_no_more() {
        full();

        assertThat(takes(100, NOON)).isFalse();
        assertThat(takes(101, LAST_SECOND)).isFalse();
        assertThat(takes(100, NOON.plus(Duration.ofHours(1)))).isTrue();
    }

    @Test
    void whoever_asks_again_has_one_place_still() {
        for (var round = 0; round < Pace.MOST_AN_HOUR; round++) {
            assertThat(takes(0, NOON)).isTrue();
        }
        full();

        assertThat(takes(0, LAST_SECOND)).isTrue();
        assertThat(takes(100, LAST_SECOND)).isFalse();
    }

    @Test
    void another_channel_and_another_workspace_have_their_own() {
        full();

        assertThat(stores.pace().takes(workspace, Fixtures.channelId(), NOON, interaction(100)))
                .isTrue();
        assertThat(stores.pace().takes(Fixtures.workspaceId(), channel, NOON, interaction(100)))
                .isTrue();
    }

    @Test
    void of_many_who_ask_at_once_as_many_are_let_through_as_there_are_places() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var asked = IntStream.range(0, Pace.MOST_AN_HOUR + 20)
                    .mapToObj(n -> (Callable<Boolean>) () -> takes(n, NOON))
                    .toList();

            var told = threads.invokeAll(asked);

            assertThat(told.stream().filter(Future::resultNow)).hasSize(Pace.MOST_AN_HOUR);
        }
    }
}
