package dev.parvis.domain.posts;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.StoreContract;
import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.agenda.Written;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.posts.Content.Image;
import dev.parvis.domain.posts.Content.Link;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What every store of posts holds. */
public abstract class PostsContract extends StoreContract {
    private final WorkspaceId workspace = Fixtures.workspaceId();
    private final BrandId brand = Fixtures.brandId();
    private final ChannelId here = Fixtures.channelId();
    private final ChannelId there = Fixtures.channelId();

    private Posts posts() {
        return stores.posts();
    }

    private PostWithTargets created(Instant at) {
        var post = Fixtures.post(workspace, brand, at);
        return done(posts().create(post, List.of(Fixtures.target(post, here), Fixtures.target(post, there))));
    }

    private static Post saying(Post post, String text) {
        return new Post(
                post.workspace(),
                post.id(),
                post.brand(),
                Fixtures.content(text),
                post.schedule(),
                post.revision(),
                post.createdBy(),
                post.createdAt(),
                post.version());
    }

    private List<Claim<Target>> claims() {
        return stores.agenda().claim(Kind.TARGET, clock.instant(), 50).claims();
    }

    private Claim<Target> claimHere() {
        return claims().stream()
                .filter(claim -> claim.work().channel().equals(here))
                .findFirst()
                .orElseThrow();
    }

    private static Attempt attempt(Target target) {
        return new Attempt(target.clientKey(), "print", NOON, NOON, NOON.plusSeconds(200), "trace");
    }

    private static Target sending(Target target) {
        return target.sending(attempt(target));
    }

    @Test
    void a_post_is_found_with_its_targets_and_its_content() {
        var content = new Content(
                "Été à Lyon 🥖",
                Optional.of(new Link("https://lumiere.example", "Lumière", "")),
                List.of(new Image(Fixtures.id(), "Une vitrine"), new Image(Fixtures.id(), "")),
                "fr");
        var plain = Fixtures.post(workspace, brand, NOON.plusSeconds(60));
        var post = new Post(workspace, plain.id(), brand, content, plain.schedule(), 1, "lea", plain.createdAt(), 1);
        var targets = List.of(Fixtures.target(post, here), Fixtures.target(post, there));

        assertThat(done(posts().create(post, targets))).isEqualTo(new PostWithTargets(post, targets));

        assertThat(posts().find(workspace, post.id())).contains(new PostWithTargets(post, targets));
        assertThat(posts().content(workspace, post.id(), 1)).contains(content);
        assertThat(posts().content(workspace, post.id(), 2)).isEmpty();
    }

    @Test
    void creating_twice_shows_what_is_there() {
        var first = created(NOON);

        var again = posts().create(saying(first.post(), "autre chose"), List.of());

        assertThat(conflict(again)).isEqualTo(first);
    }

    @Test
    void another_workspace_never_reaches_a_post() {
        var post = created(NOON).post();
        var stranger = Fixtures.workspaceId();

        assertThat(posts().find(stranger, post.id())).isEmpty();
        assertThat(posts().content(stranger, post.id(), 1)).isEmpty();
        missing(posts().cancel(stranger, post.id(), 1));
        missing(posts().delete(stranger, post.id(), 1));
        assertThat(posts().calendar(stranger, brand, YearMonth.of(2026, 11), PageRequest.first(10))
                        .items())
                .isEmpty();
        assertThat(posts().find(workspace, post.id())).isPresent();
    }

    @Test
    void scheduled_targets_wait_on_the_agenda_and_drafts_do_not() {
        created(NOON);
        var draft = Fixtures.draft(workspace, brand);
        posts().create(draft, List.of(Fixtures.target(draft, here)));

        assertThat(claims())
                .extracting(claim -> claim.work().state())
                .containsOnly(TargetState.SCHEDULED)
                .hasSize(2);
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
    void the_calendar_holds_a_month_of_a_brand_by_due_time() {
        var late = created(Instant.parse("2026-11-30T23:59:59.999Z")).post();
        var early = created(Instant.parse("2026-11-01T00:00:00Z")).post();
        created(Instant.parse("2026-12-01T00:00:00Z"));
        var draft = Fixtures.draft(workspace, brand);
        posts().create(draft, List.of());
        var other = Fixtures.post(workspace, Fixtures.brandId(), NOON);
        posts().create(other, List.of());

        var page = posts().calendar(workspace, brand, YearMonth.of(2026, 11), PageRequest.first(10));

        assertThat(page.items()).containsExactly(early, draft, late);
        assertThat(page.next()).isEmpty();
    }

    @Test
    void a_rescheduled_post_moves_in_the_calendar() {
        var first = created(NOON);
        var at = Instant.parse("2027-01-05T08:00:00Z");
        var schedule = new Schedule(at.atZone(Fixtures.PARIS).toLocalDateTime(), Fixtures.PARIS, at);
        var moved = new Post(
                workspace,
                first.post().id(),
                brand,
                first.post().content(),
                Optional.of(schedule),
                1,
                "lea",
                first.post().createdAt(),
                1);

        var after = done(posts().change(moved, List.of(Fixtures.target(moved, here))));

        assertThat(after.post().revision()).isEqualTo(2);
        assertThat(posts().calendar(workspace, brand, YearMonth.of(2026, 11), PageRequest.first(10))
                        .items())
                .isEmpty();
        assertThat(posts().calendar(workspace, brand, YearMonth.of(2027, 1), PageRequest.first(10))
                        .items())
                .containsExactly(after.post());
        assertThat(claims()).isEmpty();
        clock.set(at);
        assertThat(claims()).hasSize(1);
    }

    @Test
    void a_long_calendar_comes_in_pages_without_gap_or_repetition() {
        var all = IntStream.range(0, 7)
                .mapToObj(i -> created(NOON.plusSeconds(i)).post())
                .toList();

        var seen = new java.util.ArrayList<Post>();
        Page<Post> page = new Page<>(List.of(), Optional.empty());
        do {
            page = posts().calendar(workspace, brand, YearMonth.of(2026, 11), new PageRequest(3, page.next()));
            seen.addAll(page.items());
        } while (page.next().isPresent());

        assertThat(seen).containsExactlyElementsOf(all);
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

    @Test
    void more_than_twenty_targets_and_targets_of_another_post_are_refused() {
        var post = Fixtures.post(workspace, brand, NOON);
        var many = IntStream.range(0, 21)
                .mapToObj(i -> Fixtures.target(post, Fixtures.channelId()))
                .toList();
        var strange = Fixtures.target(Fixtures.post(workspace, brand, NOON), here);

        assertThatThrownBy(() -> posts().create(post, many)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> posts().create(post, List.of(strange))).isInstanceOf(IllegalArgumentException.class);
        assertThat(posts().find(workspace, post.id())).isEmpty();
        assertThat(done(posts().create(post, many.subList(0, 20))).targets()).hasSize(20);
    }
}
