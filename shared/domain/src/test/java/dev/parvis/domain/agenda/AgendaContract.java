package dev.parvis.domain.agenda;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.channels.Refresh;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What every agenda holds of claims and leases. */
public abstract class AgendaContract extends AgendaRows {
    @Test
    void what_is_due_is_claimed_with_what_it_holds() {
        var refresh = added(NOON.minusSeconds(5));

        var claims = claimAll();

        assertThat(claims.claims()).hasSize(1);
        var claim = claims.claims().getFirst();
        assertThat(claim.work()).isEqualTo(refresh);
        assertThat(claim.due()).isEqualTo(NOON.minusSeconds(5));
        assertThat(claim.lease().until()).isEqualTo(NOON.plus(LEASE));
        assertThat(claim.lease().claims()).isEqualTo(1);
        assertThat(claims.oldestDue()).contains(NOON.minusSeconds(5));
        assertThat(claims.more()).isFalse();
    }

    @Test
    void what_is_due_after_the_horizon_is_left_alone() {
        added(NOON.plusMillis(1));

        assertThat(claimAll().claims()).isEmpty();
        assertThat(agenda().claim(Kind.REFRESH, NOON.plusMillis(1), 10).claims())
                .hasSize(1);
    }

    @Test
    void a_row_of_another_kind_is_not_claimed() {
        added(NOON);

        assertThat(agenda().claim(Kind.SNAPSHOT, NOON, 10).claims()).isEmpty();
    }

    @Test
    void adding_twice_changes_nothing() {
        var refresh = added(NOON);

        var again = agenda().add(Kind.REFRESH, refresh.failedAgain(), NOON.minusSeconds(60));

        assertThat(again).isFalse();
        assertThat(claimOnly().work()).isEqualTo(refresh);
    }

    @Test
    void of_many_concurrent_claimers_one_wins_each_row() throws Exception {
        for (var i = 0; i < 12; i++) {
            added(NOON.minusSeconds(i));
        }

        var won = together(6, () -> claimAll().claims());

        assertThat(won.stream().flatMap(List::stream).map(claim -> claim.work().id()))
                .hasSize(12)
                .doesNotHaveDuplicates();
        assertThat(won.stream().flatMap(List::stream).map(claim -> claim.lease().owner()))
                .doesNotHaveDuplicates();
    }

    @Test
    void a_claimed_row_stays_away_until_its_lease_ends() {
        added(NOON);
        var first = claimOnly();

        clock.set(first.lease().until().minusMillis(1));
        assertThat(claimAll().claims()).isEmpty();

        clock.set(first.lease().until());
        var second = claimOnly();
        assertThat(second.lease().fence()).isGreaterThan(first.lease().fence());
        assertThat(second.lease().claims()).isEqualTo(2);
        assertThat(second.due()).isEqualTo(NOON);
    }

    @Test
    void a_horizon_beyond_the_end_of_a_lease_takes_nothing_from_who_holds_it() {
        added(NOON.plusSeconds(100));
        var horizon = NOON.plus(LEASE).plusSeconds(60);
        var held = agenda().claim(Kind.REFRESH, horizon, 10).claims().getFirst();
        added(NOON.plus(LEASE).plusSeconds(30));

        var next = agenda().claim(Kind.REFRESH, horizon, 1);

        assertThat(next.claims()).hasSize(1).noneMatch(claim -> claim.work().equals(held.work()));
        assertThat(agenda().claim(Kind.REFRESH, horizon, 10).claims()).isEmpty();
        assertThat(agenda().finish(held, held.work(), Next.never())).isEqualTo(Written.DONE);
    }

    @Test
    void a_late_worker_is_fenced_off_and_writes_nothing() {
        added(NOON);
        var late = claimOnly();
        clock.advance(LEASE);
        var taker = claimOnly();

        assertThat(agenda().progress(late, late.work().told())).isEqualTo(Written.FENCED_OFF);
        assertThat(agenda().finish(late, late.work().told(), Next.never())).isEqualTo(Written.FENCED_OFF);

        var after = taker.work().failedAgain();
        assertThat(agenda().finish(taker, after, Next.at(NOON.plusSeconds(900))))
                .isEqualTo(Written.DONE);
        clock.set(NOON.plusSeconds(900));
        assertThat(claimOnly().work()).isEqualTo(after);
    }

    @Test
    void finishing_late_is_allowed_while_nobody_has_taken_over() {
        added(NOON);
        var claim = claimOnly();
        clock.advance(LEASE.plusSeconds(10));

        assertThat(agenda().finish(claim, claim.work(), Next.never())).isEqualTo(Written.DONE);
        assertThat(claimAll().claims()).isEmpty();
    }

    @Test
    void finishing_twice_is_finishing_once() {
        added(NOON);
        var claim = claimOnly();

        assertThat(agenda().finish(claim, claim.work().told(), Next.at(NOON.plusSeconds(60))))
                .isEqualTo(Written.DONE);
        assertThat(agenda().finish(claim, claim.work().told(), Next.at(NOON.plusSeconds(60))))
                .isEqualTo(Written.DONE);

        clock.set(NOON.plusSeconds(60));
        assertThat(claimOnly().work().incident()).isTrue();
    }

    @Test
    void progress_is_kept_and_the_lease_with_it() {
        added(NOON);
        var claim = claimOnly();

        assertThat(agenda().progress(claim, claim.work().told())).isEqualTo(Written.DONE);

        assertThat(claimAll().claims()).isEmpty();
        clock.advance(LEASE);
        var taker = claimOnly();
        assertThat(taker.work().incident()).isTrue();
        assertThat(taker.due()).isEqualTo(NOON);
        assertThat(taker.lease().claims()).isEqualTo(2);
    }

    @Test
    void the_oldest_due_time_is_the_rows_own_and_not_its_last_leases_end() {
        added(NOON);
        added(NOON.plusSeconds(1));
        claimOnly();
        clock.advance(LEASE);

        assertThat(claimAll().oldestDue()).contains(NOON);
    }

    @Test
    void a_finished_row_comes_when_it_is_due_next_and_its_claims_count_anew() {
        added(NOON);
        var claim = claimOnly();

        agenda().finish(claim, claim.work(), Next.at(NOON.plusSeconds(30)));

        assertThat(claimAll().claims()).isEmpty();
        clock.advance(Duration.ofSeconds(30));
        var again = claimOnly();
        assertThat(again.lease().claims()).isEqualTo(1);
        assertThat(again.due()).isEqualTo(NOON.plusSeconds(30));
    }

    @Test
    void a_row_finished_for_good_never_comes_back() {
        added(NOON);
        var claim = claimOnly();

        agenda().finish(claim, claim.work(), Next.never());

        clock.advance(Duration.ofDays(400));
        assertThat(claimAll().claims()).isEmpty();
        assertThat(agenda().claimOne(Kind.REFRESH, workspace, claim.work().id()))
                .isEmpty();
    }

    @Test
    void a_claim_on_one_row_cannot_write_another() {
        added(NOON);
        var claim = claimOnly();

        assertThatThrownBy(() -> agenda().finish(claim, Fixtures.refresh(workspace), Next.never()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_full_page_says_that_there_is_more_and_every_row_comes_once() {
        for (var i = 0; i < 25; i++) {
            added(NOON.minusSeconds(i));
        }

        var seen = new ArrayList<String>();
        Claims<Refresh> page;
        do {
            page = agenda().claim(Kind.REFRESH, NOON, 10);
            assertThat(page.claims()).hasSizeLessThanOrEqualTo(10);
            page.claims().forEach(claim -> seen.add(claim.work().id()));
        } while (page.more());

        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void claims_come_earliest_first() {
        for (var i = 0; i < 8; i++) {
            added(NOON.minusSeconds((i * 5) % 8));
        }

        assertThat(claimAll().claims()).extracting(Claim::due).isSorted();
    }
}
