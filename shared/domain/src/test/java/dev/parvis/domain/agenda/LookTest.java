package dev.parvis.domain.agenda;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.InMemoryStores;
import dev.parvis.domain.MutableClock;
import dev.parvis.domain.channels.Refresh;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LookTest {
    private static final Duration LEASE = Duration.ofMinutes(3);

    private final MutableClock clock = new MutableClock(NOON);
    private final Agenda agenda = new InMemoryStores(clock, LEASE).agenda();
    private final WorkspaceId workspace = Fixtures.workspaceId();
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());
    private final List<String> failed = Collections.synchronizedList(new ArrayList<>());

    private Look<Refresh> look(int page) {
        return new Look<>(
                agenda,
                Kind.REFRESH,
                page,
                clock,
                (claim, fault) -> failed.add(claim.work().id()));
    }

    private List<String> added(int count) {
        var ids = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            var refresh = Fixtures.refresh(workspace);
            agenda.add(Kind.REFRESH, refresh, NOON);
            ids.add(refresh.id());
        }
        return ids;
    }

    private void finish(Claim<Refresh> claim) {
        agenda.finish(claim, claim.work(), Next.never());
        done.add(claim.work().id());
    }

    @Test
    void every_due_row_is_dealt_with_page_by_page() {
        var ids = added(5);

        var seen = look(2).oneByOne(() -> true, this::finish);

        assertThat(seen).isEqualTo(new Look.Seen(5, 0, 0));
        assertThat(done).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(look(2).atOnce(() -> true, this::finish)).isEqualTo(new Look.Seen(0, 0, 0));
    }

    @Test
    void a_fault_on_one_row_is_told_counted_and_stops_no_other() {
        var ids = added(4);

        var seen = look(4).atOnce(() -> true, claim -> {
            if (claim.work().id().equals(ids.get(1))) {
                throw new IllegalStateException("the network is not there");
            }
            finish(claim);
        });

        assertThat(seen).isEqualTo(new Look.Seen(4, 1, 0));
        assertThat(done).hasSize(3);
        assertThat(failed).containsExactly(ids.get(1));
        clock.advance(LEASE);
        assertThat(look(4).oneByOne(() -> true, this::finish).rows()).isEqualTo(1);
    }

    @Test
    void no_page_is_begun_without_the_time_for_it() {
        added(5);

        var seen = look(2).oneByOne(() -> done.size() < 4, this::finish);

        assertThat(seen.rows()).isEqualTo(4);
        assertThat(done).hasSize(4);
    }

    @Test
    void the_rows_of_a_page_are_dealt_with_at_once() {
        added(3);
        var together = new CountDownLatch(3);

        var seen = look(3).atOnce(() -> true, claim -> {
            together.countDown();
            meet(together);
            finish(claim);
        });

        assertThat(seen).isEqualTo(new Look.Seen(3, 0, 0));
    }

    private static void meet(CountDownLatch others) {
        try {
            if (!others.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the others did not come");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void work_that_adds_rows_is_looked_for_until_there_is_nothing() {
        added(1);
        var once = look(5).oneByOne(() -> true, claim -> addedBy(claim, 1));
        var whole = look(5).untilNothing().oneByOne(() -> true, claim -> addedBy(claim, 3));

        assertThat(once.rows()).isEqualTo(1);
        assertThat(whole.rows()).isEqualTo(3);
    }

    private void addedBy(Claim<Refresh> claim, int most) {
        finish(claim);
        if (done.size() <= most) {
            added(1);
        }
    }

    @Test
    void an_error_is_no_fault_of_a_row() {
        added(1);

        assertThatThrownBy(() -> look(1).atOnce(() -> true, claim -> {
                    throw new AssertionError("not ours to catch");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("not ours to catch");
        assertThat(failed).isEmpty();
    }

    @Test
    void what_is_given_up_is_counted() {
        added(1);
        for (var i = 0; i < Kind.MOST_CLAIMS; i++) {
            agenda.claim(Kind.REFRESH, clock.instant(), 1);
            clock.advance(LEASE);
        }

        assertThat(look(1).oneByOne(() -> true, this::finish)).isEqualTo(new Look.Seen(0, 0, 1));
    }
}
