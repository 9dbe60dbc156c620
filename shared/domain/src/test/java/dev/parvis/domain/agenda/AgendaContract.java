package dev.parvis.domain.agenda;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.channels.Refresh;
import dev.parvis.domain.sources.Source;
import dev.parvis.domain.sources.SourceState;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What every agenda holds. */
public abstract class AgendaContract extends StoreContract {
    private final WorkspaceId workspace = Fixtures.workspaceId();

    private Agenda agenda() {
        return stores.agenda();
    }

    private Refresh added(Instant due) {
        var refresh = Fixtures.refresh(workspace);
        assertThat(agenda().add(Kind.REFRESH, refresh, due)).isTrue();
        return refresh;
    }

    private Claims<Refresh> claimAll() {
        return agenda().claim(Kind.REFRESH, clock.instant(), 100);
    }

    private Claim<Refresh> claimOnly() {
        var claims = claimAll().claims();
        assertThat(claims).hasSize(1);
        return claims.getFirst();
    }

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

    private static <T> List<T> together(int workers, Callable<T> work) throws Exception {
        var barrier = new CyclicBarrier(workers);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<java.util.concurrent.Future<T>>();
            for (var i = 0; i < workers; i++) {
                running.add(pool.submit(() -> {
                    barrier.await();
                    return work.call();
                }));
            }
            var results = new ArrayList<T>();
            for (var each : running) {
                results.add(each.get());
            }
            return results;
        }
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

    @Test
    void five_claims_that_could_not_finish_set_a_row_aside() {
        var refresh = added(NOON);
        for (var i = 1; i <= Kind.MOST_CLAIMS; i++) {
            assertThat(claimOnly().lease().claims()).isEqualTo(i);
            clock.advance(LEASE);
        }

        var sixth = claimAll();

        assertThat(sixth.claims()).isEmpty();
        assertThat(sixth.stuck()).isEqualTo(1);
        assertThat(claimAll().oldestDue()).isEmpty();
        var stuck = agenda().stuck(workspace, PageRequest.first(10)).items();
        assertThat(stuck).containsExactly(new Stuck("REFRESH", refresh.id(), clock.instant(), NOON));
        assertThat(agenda().stuck(Fixtures.workspaceId(), PageRequest.first(10)).items())
                .isEmpty();
    }

    @Test
    void the_worker_of_a_row_that_was_set_aside_is_fenced_off() {
        added(NOON);
        for (var i = 1; i < Kind.MOST_CLAIMS; i++) {
            claimOnly();
            clock.advance(LEASE);
        }
        var fifth = claimOnly();
        clock.advance(LEASE);
        assertThat(claimAll().stuck()).isEqualTo(1);

        assertThat(agenda().finish(fifth, fifth.work(), Next.never())).isEqualTo(Written.FENCED_OFF);
    }

    @Test
    void hastening_brings_a_waiting_row_forward_and_never_back() {
        var refresh = added(NOON.plusSeconds(600));

        assertThat(agenda().hasten(Kind.REFRESH, refresh, NOON.plusSeconds(60))).isTrue();
        assertThat(agenda().hasten(Kind.REFRESH, refresh, NOON.plusSeconds(300)))
                .isFalse();
        assertThat(agenda().hasten(Kind.REFRESH, refresh, NOON.plusSeconds(60))).isFalse();

        clock.set(NOON.plusSeconds(60));
        assertThat(claimOnly().due()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void hastening_leaves_a_leased_row_and_an_absent_one_alone() {
        var refresh = added(NOON);
        var claim = claimOnly();

        assertThat(agenda().hasten(Kind.REFRESH, refresh, NOON)).isFalse();
        assertThat(agenda().hasten(Kind.REFRESH, Fixtures.refresh(workspace), NOON))
                .isFalse();

        assertThat(claimAll().claims()).isEmpty();
        assertThat(agenda().finish(claim, claim.work(), Next.never())).isEqualTo(Written.DONE);
    }

    @Test
    void one_row_is_claimed_before_it_is_due_unless_somebody_holds_it() {
        var refresh = added(NOON.plusSeconds(3600));

        var claim = agenda().claimOne(Kind.REFRESH, workspace, refresh.id());

        assertThat(claim).isPresent();
        assertThat(claim.get().due()).isEqualTo(NOON.plusSeconds(3600));
        assertThat(agenda().claimOne(Kind.REFRESH, workspace, refresh.id())).isEmpty();
        clock.advance(LEASE);
        assertThat(agenda().claimOne(Kind.REFRESH, workspace, refresh.id())).isPresent();
        assertThat(agenda().finish(claim.get(), refresh, Next.never())).isEqualTo(Written.FENCED_OFF);
    }

    @Test
    void one_row_of_another_workspace_is_not_claimed() {
        var refresh = added(NOON);

        assertThat(agenda().claimOne(Kind.REFRESH, Fixtures.workspaceId(), refresh.id()))
                .isEmpty();
    }

    @Test
    void of_many_that_want_one_row_one_gets_it() throws Exception {
        var refresh = added(NOON.plusSeconds(3600));

        var won = together(6, () -> agenda().claimOne(Kind.REFRESH, workspace, refresh.id()));

        assertThat(won.stream().filter(java.util.Optional::isPresent)).hasSize(1);
    }

    @Test
    void a_sources_claim_writes_its_next_poll_and_is_not_counted() {
        var every = Duration.ofMinutes(7);
        var source = Fixtures.feed(workspace, every);
        stores.sources().create(source, NOON);

        for (var polls = 0; polls < 8; polls++) {
            var claims = agenda().claim(Kind.SOURCE, clock.instant(), 10);
            assertThat(claims.claims()).hasSize(1);
            assertThat(claims.stuck()).isZero();
            assertThat(claims.claims().getFirst().due()).isEqualTo(clock.instant());
            assertThat(claims.claims().getFirst().lease().until())
                    .isEqualTo(clock.instant().plus(every));
            assertThat(agenda().claim(Kind.SOURCE, clock.instant(), 10).claims())
                    .isEmpty();
            clock.advance(every);
        }
    }

    @Test
    void a_source_that_is_finished_has_its_new_state_and_time() {
        var source = Fixtures.feed(workspace, Duration.ofMinutes(7));
        stores.sources().create(source, NOON);
        Claim<Source> claim = agenda().claim(Kind.SOURCE, NOON, 10).claims().getFirst();

        var broken = claim.work().with(SourceState.BROKEN, 20, "gone");
        assertThat(agenda().finish(claim, broken, Next.never())).isEqualTo(Written.DONE);

        assertThat(stores.sources().find(workspace, source.source())).contains(broken);
        clock.advance(Duration.ofDays(1));
        assertThat(agenda().claim(Kind.SOURCE, clock.instant(), 10).claims()).isEmpty();
    }

    @Test
    void work_of_every_kind_is_handed_out_as_it_was_added() {
        var post = Fixtures.post(workspace, Fixtures.brandId(), NOON);
        var item = Fixtures.item(workspace, "n-1", "x".repeat(3_000), NOON);
        roundTrip(Kind.TARGET, Fixtures.target(post, Fixtures.channelId()));
        roundTrip(Kind.SOURCE, Fixtures.feed(workspace, Duration.ofMinutes(5)));
        roundTrip(Kind.INTERACTION, Fixtures.interaction(item, Fixtures.brandId(), Fixtures.channelId()));
        roundTrip(Kind.SNAPSHOT, Fixtures.snapshotOrder(workspace));
        roundTrip(Kind.REPORT, Fixtures.report(workspace, Fixtures.brandId(), NOON));
        roundTrip(Kind.REFRESH, Fixtures.refresh(workspace));
        roundTrip(Kind.DELIVERY, Fixtures.delivery(workspace));
    }

    private <W extends Work> void roundTrip(Kind<W> kind, W work) {
        assertThat(agenda().add(kind, work, NOON)).isTrue();

        var claims = agenda().claim(kind, NOON, 10).claims();

        assertThat(claims).extracting(Claim::work).containsExactly(work);
        assertThat(agenda().finish(claims.getFirst(), work, Next.never())).isEqualTo(Written.DONE);
    }
}
