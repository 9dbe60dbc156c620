package dev.parvis.domain.agenda;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.channels.Refresh;
import dev.parvis.domain.posts.Attempt;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.sources.Source;
import dev.parvis.domain.sources.SourceState;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.PageRequest;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

/** What every agenda holds of rows that wait, are hastened, or are given up. */
public abstract class WaitingContract extends AgendaRows {
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
        var fifth = setAside();

        assertThat(agenda().finish(fifth, fifth.work(), Next.never())).isEqualTo(Written.FENCED_OFF);
    }

    @Test
    void a_row_that_was_set_aside_is_put_back_due_at_once_with_its_claims_forgotten() {
        var refresh = added(NOON);
        var fifth = setAside();
        clock.advance(Duration.ofDays(2));

        assertThat(done(agenda().putBack(Kind.REFRESH, workspace, refresh.id())))
                .isEqualTo(refresh);

        assertThat(agenda().stuck(workspace, PageRequest.first(10)).items()).isEmpty();
        var claim = claimOnly();
        assertThat(claim.due()).isEqualTo(clock.instant());
        assertThat(claim.lease().claims()).isEqualTo(1);
        assertThat(claim.lease().fence()).isGreaterThan(fifth.lease().fence() + 1);
        assertThat(agenda().finish(fifth, fifth.work(), Next.never())).isEqualTo(Written.FENCED_OFF);
        assertThat(agenda().finish(claim, refresh, Next.never())).isEqualTo(Written.DONE);
    }

    @Test
    void only_what_is_set_aside_is_put_back_and_once() {
        var refresh = added(NOON);
        missing(agenda().putBack(Kind.REFRESH, workspace, refresh.id()));
        claimOnly();
        missing(agenda().putBack(Kind.REFRESH, workspace, refresh.id()));
        clock.advance(LEASE);
        for (var i = 2; i <= Kind.MOST_CLAIMS; i++) {
            claimOnly();
            clock.advance(LEASE);
        }
        claimAll();

        missing(agenda().putBack(Kind.REFRESH, Fixtures.workspaceId(), refresh.id()));
        missing(agenda().putBack(Kind.SNAPSHOT, workspace, refresh.id()));
        missing(agenda().putBack(Kind.TARGET, workspace, refresh.id()));
        missing(agenda().putBack(Kind.REFRESH, workspace, "no such#id"));
        done(agenda().putBack(Kind.REFRESH, workspace, refresh.id()));
        missing(agenda().putBack(Kind.REFRESH, workspace, refresh.id()));
    }

    @Test
    void of_many_that_put_a_row_back_one_does() throws Exception {
        var refresh = added(NOON);
        setAside();

        var answers = together(6, () -> agenda().putBack(Kind.REFRESH, workspace, refresh.id()));

        assertThat(answers.stream().filter(Change.Done.class::isInstance)).hasSize(1);
        assertThat(claimAll().claims()).hasSize(1);
    }

    @Test
    void a_target_given_up_while_it_was_sent_comes_back_to_be_looked_for_and_another_as_it_was() {
        var post = Fixtures.post(workspace, Fixtures.brandId(), NOON);
        var waiting = Fixtures.target(post, Fixtures.channelId());
        var sent = Fixtures.target(post, Fixtures.channelId())
                .sending(new Attempt("key", "print", NOON, NOON, NOON.plusSeconds(200), "trace"));
        agenda().add(Kind.TARGET, waiting, NOON);
        agenda().add(Kind.TARGET, sent, NOON);
        for (var i = 0; i <= Kind.MOST_CLAIMS; i++) {
            agenda().claim(Kind.TARGET, clock.instant(), 10);
            clock.advance(LEASE);
        }

        assertThat(done(agenda().putBack(Kind.TARGET, workspace, waiting.id()))).isEqualTo(waiting);
        var doubted = done(agenda().putBack(Kind.TARGET, workspace, sent.id()));

        assertThat(doubted.state()).isEqualTo(TargetState.UNCERTAIN);
        assertThat(doubted.attempt()).isEqualTo(sent.attempt());
        assertThat(agenda().claim(Kind.TARGET, clock.instant(), 10).claims())
                .extracting(Claim::work)
                .containsExactlyInAnyOrder(waiting, doubted);
    }

    /** Five claims that nobody finishes, and the look that gives the row up; the last claim. */
    private Claim<Refresh> setAside() {
        for (var i = 1; i < Kind.MOST_CLAIMS; i++) {
            claimOnly();
            clock.advance(LEASE);
        }
        var fifth = claimOnly();
        clock.advance(LEASE);
        assertThat(claimAll().stuck()).isEqualTo(1);
        return fifth;
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
