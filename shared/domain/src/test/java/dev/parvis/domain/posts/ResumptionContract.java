package dev.parvis.domain.posts;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.agenda.Written;
import dev.parvis.domain.brands.Approving;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.stored.PageRequest;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

/** What every store of posts holds of targets that a stop has held: they wait for a person, each alone. */
public abstract class ResumptionContract extends PostRows {
    /** Held at its second, as the publisher does it. */
    private PostWithTargets held() {
        var made = created(NOON);
        claims().forEach(claim ->
                stores.agenda().finish(claim, claim.work().without(TargetState.HELD, "crise"), Next.never()));
        return now(made);
    }

    private PostWithTargets now(PostWithTargets whole) {
        return posts().find(workspace, whole.post().id()).orElseThrow();
    }

    private static Target on(PostWithTargets whole, ChannelId channel) {
        return whole.targets().stream()
                .filter(target -> target.channel().equals(channel))
                .findFirst()
                .orElseThrow();
    }

    private List<Target> suspended() {
        return posts().suspended(workspace, brand, PageRequest.first(100)).items();
    }

    @Test
    void what_a_stop_has_held_is_listed_by_its_time_page_by_page_and_never_due_again() {
        var later = created(NOON.plusSeconds(1));
        clock.advance(Duration.ofSeconds(1));
        claims().forEach(claim ->
                stores.agenda().finish(claim, claim.work().without(TargetState.HELD, "crise"), Next.never()));
        var sooner = held();
        created(NOON.plusSeconds(3600));

        var expected = Stream.concat(sooner.targets().stream(), now(later).targets().stream())
                .toList();
        assertThat(suspended()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(suspended()).extracting(Target::dueAt).isSorted();
        var first = posts().suspended(workspace, brand, PageRequest.first(3));
        var second = posts().suspended(workspace, brand, new PageRequest(3, first.next()));
        assertThat(Stream.concat(first.items().stream(), second.items().stream()))
                .containsExactlyElementsOf(suspended());
        assertThat(second.next()).isEmpty();
        assertThat(posts().suspended(workspace, Fixtures.brandId(), PageRequest.first(3))
                        .items())
                .isEmpty();
        clock.advance(Duration.ofMinutes(50));
        assertThat(claims()).isEmpty();
    }

    @Test
    void one_is_given_another_time_and_the_other_waits_on() {
        var held = held();
        clock.advance(Duration.ofHours(2));
        var at = clock.instant().plusSeconds(60);

        var after = done(posts().resume(workspace, held.post().id(), here, 1, new Resumption.At(at)));

        assertThat(after).isEqualTo(now(held));
        assertThat(posts().wantedAgain(workspace, brand, at, at))
                .containsExactly(held.post().id());
        assertThat(after.post().schedule()).isEqualTo(held.post().schedule());
        assertThat(after.post().version()).isEqualTo(2);
        var resumed = on(after, here);
        assertThat(resumed).isEqualTo(on(held, here).resumed(2, at));
        assertThat(resumed.state()).isEqualTo(TargetState.SCHEDULED);
        assertThat(resumed.clientKey()).isNotEqualTo(on(held, here).clientKey());
        assertThat(posts().content(workspace, held.post().id(), 2))
                .contains(held.post().content());
        assertThat(suspended()).containsExactly(on(held, there));
        clock.advance(Duration.ofMinutes(1));
        assertThat(claims()).extracting(claim -> claim.work()).containsExactly(resumed);
    }

    @Test
    void the_post_moves_in_the_calendar_once_none_of_its_targets_is_left_behind() {
        var held = held();
        var id = held.post().id();
        var at = NOON.plusSeconds(86_400);

        done(posts().resume(workspace, id, here, 1, new Resumption.At(at)));
        var both = done(posts().resume(workspace, id, there, 1, new Resumption.At(at)));

        assertThat(both.post().schedule().orElseThrow().at()).isEqualTo(at);
        assertThat(both.post().schedule().orElseThrow().zone())
                .isEqualTo(held.post().schedule().orElseThrow().zone());
        assertThat(both.bookings())
                .containsOnlyKeys(here, there)
                .containsValue(at)
                .doesNotContainValue(NOON);
        assertThat(suspended()).isEmpty();
    }

    @Test
    void one_is_cancelled_and_stands_nowhere_any_more() {
        var held = held();

        var after = done(posts().resume(workspace, held.post().id(), here, 1, new Resumption.Cancel()));

        assertThat(on(after, here).state()).isEqualTo(TargetState.CANCELLED);
        assertThat(on(after, there)).isEqualTo(on(held, there));
        assertThat(after.post().revision()).isEqualTo(1);
        assertThat(suspended()).containsExactly(on(held, there));
        assertThat(after.bookings()).containsOnlyKeys(there);
    }

    @Test
    void a_decision_counts_once_and_on_what_was_read() {
        var held = held();
        var id = held.post().id();
        var at = new Resumption.At(NOON.plusSeconds(3600));

        refused(posts().resume(workspace, id, here, 2, at));
        refused(posts().resume(workspace, id, Fixtures.channelId(), 1, at));
        missing(posts().resume(Fixtures.workspaceId(), id, here, 1, at));
        done(posts().resume(workspace, id, here, 1, at));
        refused(posts().resume(workspace, id, here, 1, new Resumption.Cancel()));

        assertThat(on(now(held), here).state()).isEqualTo(TargetState.SCHEDULED);
        refused(posts().resume(workspace, created(NOON.plusSeconds(60)).post().id(), here, 1, at));
    }

    @Test
    void where_somebody_must_agree_they_are_asked_again_about_the_new_time() {
        var asked = Fixtures.post(workspace, brand, NOON);
        var targets = List.of(Fixtures.target(asked, here), Fixtures.target(asked, there));
        var seal = Seal.of(asked.content(), targets);
        var word = new Approval.Decision(Approval.Verdict.APPROVED, "tom", NOON);
        var agreed = Approval.asked(Approving.Policy.INTERNAL, seal).decided(Approval.Part.TEAM, word);
        var planned = Plan.decided(asked, targets, agreed, "");
        var made = done(posts().create(planned.post(), planned.targets()));
        claims().forEach(claim ->
                stores.agenda().finish(claim, claim.work().without(TargetState.HELD, "crise"), Next.never()));

        var after = done(posts().resume(workspace, made.post().id(), here, 1, new Resumption.At(NOON.plusSeconds(60))));

        assertThat(on(after, here).state()).isEqualTo(TargetState.APPROVAL);
        assertThat(on(after, there).state()).isEqualTo(TargetState.HELD);
        var approval = after.post().approval().orElseThrow();
        assertThat(approval.waitsFor()).contains(Approval.Part.TEAM);
        assertThat(approval.seal()).isEqualTo(Seal.of(after.post().content(), after.targets()));
    }

    @Test
    void an_edit_of_the_text_leaves_it_held_and_one_of_the_time_is_a_decision() {
        var held = held();
        var reworded = saying(held.post(), "Autrement dit");

        var after = done(posts().change(reworded, fresh(reworded)));

        assertThat(after.targets()).allMatch(target -> target.state() == TargetState.HELD && target.revision() == 2);
        assertThat(on(after, here).reason()).isEqualTo("crise");
        clock.advance(Duration.ofDays(1));
        assertThat(claims()).isEmpty();
        refused(posts().resume(workspace, held.post().id(), here, 1, new Resumption.Cancel()));

        var moved = after.post().resumed(Optional.of(clock.instant().plusSeconds(60)));
        var edited = new PostWithTargets(moved, List.of());
        var wanted = new Post(
                workspace,
                moved.id(),
                brand,
                moved.content(),
                edited.post().schedule(),
                moved.revision(),
                moved.createdBy(),
                moved.createdAt(),
                after.post().version());
        var rescheduled = done(posts().change(wanted, fresh(wanted)));
        assertThat(rescheduled.targets()).allMatch(target -> target.state() == TargetState.SCHEDULED);
        assertThat(suspended()).isEmpty();
    }

    private List<Target> fresh(Post post) {
        return List.of(Fixtures.target(post, here), Fixtures.target(post, there));
    }

    @Test
    void a_held_post_is_cancelled_or_deleted_like_any_other() {
        var one = held();
        var other = created(clock.instant());

        done(posts().cancel(workspace, one.post().id(), one.post().version()));

        assertThat(suspended()).isEmpty();
        claims().forEach(claim ->
                stores.agenda().finish(claim, claim.work().without(TargetState.HELD, "crise"), Next.never()));
        assertThat(suspended()).hasSize(2);
        done(posts().delete(workspace, other.post().id(), 1));
        assertThat(suspended()).isEmpty();
    }

    @Test
    void a_decision_and_an_edit_at_once_are_one_after_the_other() {
        var held = held();
        var stale = saying(held.post(), "Autrement dit");

        done(posts().resume(workspace, held.post().id(), here, 1, new Resumption.At(NOON.plusSeconds(60))));

        assertThat(conflict(posts().change(stale, fresh(stale)))).isEqualTo(now(held));
    }

    @Test
    void a_worker_that_still_has_it_in_hand_is_fenced_off() {
        var made = created(NOON);
        var inHand = claimHere();
        stores.agenda().progress(inHand, inHand.work().without(TargetState.HELD, "crise"));

        done(posts().resume(workspace, made.post().id(), here, 1, new Resumption.At(NOON.plusSeconds(600))));

        assertThat(stores.agenda().finish(inHand, inHand.work().without(TargetState.HELD, "crise"), Next.never()))
                .isEqualTo(Written.FENCED_OFF);
        assertThat(on(now(made), here).state()).isEqualTo(TargetState.SCHEDULED);
    }
}
