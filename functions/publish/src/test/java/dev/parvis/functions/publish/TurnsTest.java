package dev.parvis.functions.publish;

import java.time.Instant;
import java.util.ArrayList;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TurnsTest {
    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

    private final Timeline timeline = new Timeline(START, new SplittableRandom(1));
    private final Turns turns = new Turns(2, () -> timeline.new Gate());
    private final ArrayList<String> order = new ArrayList<>();
    private int inside;
    private int most;

    @Test
    void so_many_of_a_key_are_inside_at_once_and_in_the_order_in_which_they_came() {
        for (var i = 0; i < 6; i++) {
            var name = "a" + i;
            timeline.start(Timeline.Owner.NOBODY, START.plusMillis(i), () -> stay("a", name));
        }

        timeline.run();

        assertThat(order).containsExactly("a0", "a1", "a2", "a3", "a4", "a5");
        assertThat(most).isEqualTo(2);
        assertThat(timeline.now()).isEqualTo(START.plusMillis(3_001));
    }

    @Test
    void another_key_waits_for_none_of_them() {
        for (var i = 0; i < 6; i++) {
            timeline.start(Timeline.Owner.NOBODY, START, () -> stay("a", "a"));
        }
        timeline.start(Timeline.Owner.NOBODY, START.plusMillis(1), () -> {
            stay("b", "b");
            assertThat(timeline.now()).isEqualTo(START.plusMillis(1_001));
        });

        timeline.run();

        assertThat(order).hasSize(7);
    }

    @Test
    void who_fails_leaves_its_place() {
        timeline.start(Timeline.Owner.NOBODY, START, () -> {
            for (var i = 0; i < 3; i++) {
                assertThatThrownBy(() -> turns.inTurn("a", () -> {
                            throw new IllegalStateException("no");
                        }))
                        .hasMessage("no");
            }
            stay("a", "after");
        });

        timeline.run();

        assertThat(order).containsExactly("after");
    }

    @Test
    void who_is_broken_off_while_waiting_takes_no_place_along() {
        var narrow = new Turns(1, BrokenOff::new);

        narrow.inTurn("a", () -> assertThatThrownBy(() -> narrow.inTurn("a", () -> "never"))
                .isInstanceOf(Gates.Interrupted.class));

        assertThat(narrow.inTurn("a", () -> "after")).isEqualTo("after");
    }

    /** Whoever waits here is interrupted. */
    private static final class BrokenOff implements Gates.Gate {
        @Override
        public void await() {
            throw new Gates.Interrupted(new InterruptedException());
        }

        @Override
        public void open() {}
    }

    private void stay(String key, String name) {
        turns.inTurn(key, () -> {
            order.add(name);
            inside++;
            most = Math.max(most, inside);
            timeline.pause(java.time.Duration.ofSeconds(1));
            inside--;
            return name;
        });
    }
}
