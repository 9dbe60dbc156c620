package dev.parvis.domain.posts;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.agenda.Written;
import dev.parvis.domain.stored.Change;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

/** What every store of posts holds when people edit what workers may hold. */
public abstract class PostEditsContract extends PostRows {
    @Test
    void what_a_step_of_preparing_has_left_is_read_again_and_void_after_an_edit() {
        var first = created(NOON);
        var claim = claimHere();
        var prepared = claim.work().prepared("p.17889615691921648");

        assertThat(stores.agenda().progress(claim, prepared)).isEqualTo(Written.DONE);

        var stored = posts().find(workspace, first.post().id()).orElseThrow();
        assertThat(stored.targets()).contains(prepared);
        var edited = done(posts().change(saying(stored.post(), "mieux dit"), stored.targets()));
        assertThat(edited.targets()).extracting(Target::left).containsOnly("");
    }

    @Test
    void an_edit_raises_revision_and_version_and_keeps_the_old_content() {
        var first = created(NOON);

        var edited = done(posts().change(saying(first.post(), "mieux dit"), first.targets()));

        assertThat(edited.post().revision()).isEqualTo(2);
        assertThat(edited.post().version()).isEqualTo(2);
        assertThat(edited.targets()).extracting(Target::revision).containsOnly(2L);
        assertThat(posts().find(workspace, first.post().id())).contains(edited);
        assertThat(posts().content(workspace, first.post().id(), 1))
                .contains(first.post().content());
        assertThat(posts().content(workspace, first.post().id(), 2)).contains(Fixtures.content("mieux dit"));
    }

    @Test
    void an_edit_of_the_targets_alone_keeps_the_revision() {
        var first = created(NOON);

        var edited = done(posts().change(first.post(), first.targets().subList(0, 1)));

        assertThat(edited.post().revision()).isEqualTo(1);
        assertThat(edited.targets()).extracting(Target::channel).containsExactly(here);
        assertThat(posts().find(workspace, first.post().id())).contains(edited);
        assertThat(claims()).hasSize(1);
    }

    @Test
    void an_edit_over_another_version_shows_what_is_there() {
        var first = created(NOON);
        var second = done(posts().change(saying(first.post(), "deux"), first.targets()));

        assertThat(conflict(posts().change(saying(first.post(), "trois"), first.targets())))
                .isEqualTo(second);
        missing(posts().change(Fixtures.post(workspace, brand, NOON), List.of()));
    }

    @Test
    void an_edit_fences_off_the_worker_of_the_old_revision() {
        var first = created(NOON);
        var claim = claimHere();

        var edited = done(posts().change(saying(first.post(), "mieux"), first.targets()));

        assertThat(stores.agenda().progress(claim, sending(claim.work()))).isEqualTo(Written.FENCED_OFF);
        assertThat(stores.agenda().finish(claim, claim.work(), Next.never())).isEqualTo(Written.FENCED_OFF);
        assertThat(claims()).extracting(Claim::work).containsExactlyInAnyOrderElementsOf(edited.targets());
    }

    @Test
    void a_target_taken_away_and_put_back_is_not_the_old_workers_any_more() {
        var first = created(NOON);
        var old = claimHere();
        var without = done(posts().change(first.post(), first.targets().subList(1, 2)));
        done(posts().change(without.post(), first.targets()));
        claimHere();

        assertThat(stores.agenda().finish(old, old.work(), Next.never())).isEqualTo(Written.FENCED_OFF);
    }

    @Test
    void a_target_being_sent_refuses_edits_cancellation_and_deletion() {
        var first = created(NOON);
        var claim = claimHere();
        assertThat(stores.agenda().progress(claim, sending(claim.work()))).isEqualTo(Written.DONE);

        refused(posts().change(saying(first.post(), "trop tard"), first.targets()));
        refused(posts().cancel(workspace, first.post().id(), 1));
        refused(posts().delete(workspace, first.post().id(), 1));

        var published = sending(claim.work())
                .published(new Publication("at://did/app.bsky.feed.post/1", "https://x.example/1", NOON, false));
        assertThat(stores.agenda().finish(claim, published, Next.never())).isEqualTo(Written.DONE);
        assertThat(posts().find(workspace, first.post().id()).orElseThrow().targets())
                .contains(published);
    }

    @Test
    void a_target_that_may_have_gone_out_refuses_them_too() {
        var first = created(NOON);
        var claim = claimHere();
        var uncertain = sending(claim.work()).uncertain("a time-out");
        stores.agenda().finish(claim, uncertain, Next.at(NOON.plusSeconds(300)));

        refused(posts().change(saying(first.post(), "trop tard"), first.targets()));
        refused(posts().cancel(workspace, first.post().id(), 1));
        refused(posts().delete(workspace, first.post().id(), 1));

        assertThat(posts().find(workspace, first.post().id()).orElseThrow().targets())
                .contains(uncertain);
        clock.set(NOON.plusSeconds(300));
        assertThat(claimHere().work()).isEqualTo(uncertain);
    }

    @Test
    void cancelling_leaves_what_went_out_and_takes_the_rest_off_the_agenda() {
        var first = created(NOON);
        var claim = claimHere();
        var published = claim.work().published(new Publication("n", "https://x.example/n", NOON, false));
        stores.agenda().finish(claim, published, Next.never());

        var cancelled = done(posts().cancel(workspace, first.post().id(), 1));

        assertThat(cancelled.post().version()).isEqualTo(2);
        assertThat(cancelled.targets())
                .extracting(Target::state)
                .containsExactlyInAnyOrder(TargetState.PUBLISHED, TargetState.CANCELLED);
        clock.advance(LEASE.plusDays(1));
        assertThat(claims()).isEmpty();
        refused(posts().delete(workspace, first.post().id(), 2));
    }

    @Test
    void what_is_out_everywhere_is_not_said_to_be_cancelled() {
        var first = created(NOON);
        var publication = new Publication("n", "https://x.example/n", NOON, false);
        claims().forEach(claim -> stores.agenda().finish(claim, claim.work().published(publication), Next.never()));
        var out = posts().find(workspace, first.post().id()).orElseThrow();
        assertThat(out.targets()).extracting(Target::state).containsOnly(TargetState.PUBLISHED);

        refused(posts().cancel(workspace, first.post().id(), 1));

        assertThat(posts().find(workspace, first.post().id())).contains(out);
    }

    @Test
    void cancelling_fences_off_a_worker_and_a_stale_version_conflicts() {
        var first = created(NOON);
        var claim = claimHere();

        var cancelled = done(posts().cancel(workspace, first.post().id(), 1));

        assertThat(stores.agenda().progress(claim, sending(claim.work()))).isEqualTo(Written.FENCED_OFF);
        assertThat(conflict(posts().cancel(workspace, first.post().id(), 1))).isEqualTo(cancelled);
        assertThat(posts().find(workspace, first.post().id())).contains(cancelled);
    }

    @Test
    void a_cancelled_post_can_be_scheduled_again() {
        var first = created(NOON);
        var cancelled = done(posts().cancel(workspace, first.post().id(), 1));

        var again = done(posts().change(cancelled.post(), first.targets()));

        assertThat(again.targets()).extracting(Target::state).containsOnly(TargetState.SCHEDULED);
        assertThat(claims()).hasSize(2);
    }

    @Test
    void deleting_removes_the_post_its_targets_and_its_contents() {
        var first = created(NOON);
        done(posts().change(saying(first.post(), "deux"), first.targets()));

        done(posts().delete(workspace, first.post().id(), 2));

        assertThat(posts().find(workspace, first.post().id())).isEmpty();
        assertThat(posts().content(workspace, first.post().id(), 1)).isEmpty();
        assertThat(posts().content(workspace, first.post().id(), 2)).isEmpty();
        assertThat(claims()).isEmpty();
        missing(posts().delete(workspace, first.post().id(), 2));
    }

    @Test
    void a_worker_of_a_deleted_post_is_fenced_off() {
        var first = created(NOON);
        var claim = claimHere();
        done(posts().delete(workspace, first.post().id(), 1));

        assertThat(stores.agenda().finish(claim, claim.work(), Next.never())).isEqualTo(Written.FENCED_OFF);
        assertThat(posts().find(workspace, first.post().id())).isEmpty();
    }

    @Test
    void of_an_edit_and_a_send_at_the_same_moment_one_wins() throws Exception {
        for (var round = 0; round < 12; round++) {
            var first = created(NOON);
            var claim = claims().stream()
                    .filter(each -> each.work().post().equals(first.post().id()))
                    .findFirst()
                    .orElseThrow();
            var barrier = new CyclicBarrier(2);
            try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
                var edit = pool.submit(() -> {
                    barrier.await();
                    return posts().change(saying(first.post(), "autre"), first.targets());
                });
                var send = pool.submit(() -> {
                    barrier.await();
                    return stores.agenda().progress(claim, sending(claim.work()));
                });

                var isSent = send.get() == Written.DONE;
                assertThat(edit.get() instanceof Change.Done).isNotEqualTo(isSent);
                var now = posts().find(workspace, first.post().id()).orElseThrow();
                assertThat(now.post().revision()).isEqualTo(isSent ? 1 : 2);
                assertThat(now.targets())
                        .allMatch(target -> target.revision() == now.post().revision());
            }
        }
    }

    @Test
    void an_edit_takes_although_workers_keep_claiming() throws Exception {
        var first = created(NOON);
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var claims = pool.submit(() -> {
                var count = 0;
                for (var i = 0; i < 3; i++) {
                    clock.advance(LEASE);
                    count += claims().size();
                }
                return count;
            });

            var edited = done(posts().change(saying(first.post(), "mieux"), first.targets()));

            assertThat(claims.get()).isPositive();
            assertThat(posts().find(workspace, first.post().id())).contains(edited);
        }
    }
}
