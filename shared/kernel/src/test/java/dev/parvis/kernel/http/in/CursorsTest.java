package dev.parvis.kernel.http.in;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import dev.parvis.kernel.secret.Secret;
import dev.parvis.kernel.time.ManualClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CursorsTest {
    private final ManualClock clock = ManualClock.at("2026-11-21T04:30:00Z");
    private final Cursors cursors = new Cursors(new Secret("key"), clock);

    @Test
    void a_cursor_leads_back_to_its_position_in_the_same_list_only() {
        var cursor = cursors.seal("/v1/posts", "W1", "sk=P#2026");

        assertThat(cursors.open("/v1/posts", "W1", cursor)).isEqualTo("sk=P#2026");
        refused("/v1/brands", "W1", cursor);
        refused("/v1/posts", "W2", cursor);
        refused("/v1/posts\nW1", "", cursor);
        refused("/v1/posts", "W1", cursor + "x");
        refused("/v1/posts", "W1", "");
    }

    @Test
    void a_cursor_ends_after_a_day() {
        var cursor = cursors.seal("/v1/posts", "W1", "x");

        clock.advance(Duration.ofDays(1));

        refused("/v1/posts", "W1", cursor);
    }

    private void refused(String route, String tenant, String cursor) {
        assertThatThrownBy(() -> cursors.open(route, tenant, cursor))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("INVALID_CURSOR");
    }
}
