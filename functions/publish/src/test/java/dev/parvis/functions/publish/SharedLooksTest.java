package dev.parvis.functions.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.posts.Stops;
import dev.parvis.domain.workspaces.WorkspaceId;

import static org.assertj.core.api.Assertions.assertThat;

class SharedLooksTest {
    private static final Instant DUE = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant SINCE = DUE.minusMillis(40);
    private static final Duration READ = Duration.ofMillis(10);

    private final Timeline timeline = new Timeline(DUE.minusSeconds(1), new SplittableRandom(1));
    private final WorkspaceId workspace = Fixtures.workspaceId();
    private final WorkspaceId another = Fixtures.workspaceId();
    private final SharedLooks looks = new SharedLooks(this::read, this::clock, () -> timeline.new Gate());
    private final List<Instant> reads = new ArrayList<>();
    private final List<Instant> seen = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private Duration back = Duration.ZERO;
    private int failing;

    @Test
    void those_that_go_out_at_once_share_one_read_of_their_workspace() {
        for (var i = 0; i < 100; i++) {
            look(workspace, SINCE);
            look(another, SINCE);
        }

        timeline.run();

        assertThat(reads).containsExactly(SINCE, SINCE);
        assertThat(seen).hasSize(200);
    }

    @Test
    void a_read_that_began_before_one_would_have_looked_serves_it_not() {
        look(workspace, SINCE);
        timeline.start(Timeline.Owner.NOBODY, SINCE.plusMillis(5), () -> seen(workspace, SINCE.plusMillis(5)));

        timeline.run();

        assertThat(reads).containsExactly(SINCE, SINCE.plusMillis(5));
    }

    @Test
    void who_is_late_goes_by_no_read_older_than_a_tenth_of_a_second() {
        look(workspace, SINCE);
        timeline.start(Timeline.Owner.NOBODY, SINCE.plusMillis(100), () -> seen(workspace, SINCE));
        timeline.start(Timeline.Owner.NOBODY, SINCE.plusMillis(150), () -> seen(workspace, SINCE));

        timeline.run();

        assertThat(reads).containsExactly(SINCE, SINCE.plusMillis(150));
    }

    @Test
    void a_read_is_not_gone_by_when_the_clock_was_set_back_since() {
        look(workspace, SINCE);
        timeline.start(Timeline.Owner.NOBODY, SINCE.plusSeconds(60), () -> {
            back = Duration.ofSeconds(90);
            seen(workspace, SINCE.plusSeconds(60).minus(back));
        });

        timeline.run();

        assertThat(reads).containsExactly(SINCE, SINCE.plusSeconds(60));
    }

    @Test
    void who_waited_for_a_read_that_failed_reads_again_and_never_goes_by_what_was_not_read() {
        failing = 1;
        for (var i = 0; i < 10; i++) {
            look(workspace, SINCE);
        }

        timeline.run();

        assertThat(reads).hasSize(2);
        assertThat(seen).hasSize(9);
        assertThat(faults).hasSize(1);
    }

    @Test
    void when_the_table_stays_down_nobody_is_let_through() {
        failing = 99;
        for (var i = 0; i < 10; i++) {
            look(workspace, SINCE);
        }

        timeline.run();

        assertThat(reads).hasSize(2);
        assertThat(seen).isEmpty();
        assertThat(faults).hasSize(10);
    }

    private Instant clock() {
        return timeline.now().minus(back);
    }

    private void look(WorkspaceId where, Instant since) {
        timeline.start(Timeline.Owner.NOBODY, since, () -> seen(where, since));
    }

    private void seen(WorkspaceId where, Instant since) {
        try {
            looks.of(where, since);
            seen.add(timeline.now());
        } catch (IllegalStateException fault) {
            faults.add(String.valueOf(fault.getMessage()));
        }
    }

    private Stops read(WorkspaceId where) {
        reads.add(timeline.now());
        timeline.pause(READ);
        if (failing-- > 0) {
            throw new IllegalStateException("the table is down");
        }
        return Stops.NONE;
    }
}
