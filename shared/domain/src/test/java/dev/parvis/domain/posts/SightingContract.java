package dev.parvis.domain.posts;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.agenda.Written;
import dev.parvis.domain.stored.PageRequest;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

/** What every store of posts holds when a person says whether what may have gone out is out. */
public abstract class SightingContract extends PostRows {
    private static final Publication WHERE = new Publication("n-1", "https://x.example/n-1", NOON, true);

    private PostWithTargets doubted() {
        var first = created(NOON);
        var claim = claimHere();
        stores.agenda().finish(claim, sending(claim.work()).uncertain("a time-out"), Next.at(NOON.plusSeconds(300)));
        return posts().find(workspace, first.post().id()).orElseThrow();
    }

    private Target target(PostWithTargets whole) {
        return whole.targets().stream()
                .filter(target -> target.channel().equals(here))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_a_person_has_seen_is_published_and_waits_to_be_told_once() {
        var doubted = doubted();

        var settled = done(posts().settle(workspace, doubted.post().id(), here, 1, new Sighting.Out(WHERE)));

        assertThat(settled.post().version()).isEqualTo(2);
        assertThat(settled.post().revision()).isEqualTo(1);
        assertThat(target(settled)).isEqualTo(target(doubted).published(WHERE));
        assertThat(posts().find(workspace, doubted.post().id())).contains(settled);
        var telling = claimHere();
        assertThat(telling.work()).isEqualTo(target(settled));
        assertThat(telling.work().toldKey()).isEqualTo(target(doubted).toldKey());
        stores.agenda().finish(telling, telling.work(), Next.never());
        clock.advance(Duration.ofDays(1));
        assertThat(claims()).extracting(claim -> claim.work().channel()).containsExactly(there);
    }

    /** It was handed over to a person, who is to be reminded later. */
    private PostWithTargets handedOver() {
        var first = created(NOON);
        var claim = claimHere();
        stores.agenda().finish(claim, claim.work().prepared(), Next.at(NOON.plusSeconds(900)));
        return posts().find(workspace, first.post().id()).orElseThrow();
    }

    @Test
    void what_a_person_has_posted_by_hand_is_published_once_and_waits_to_be_told() {
        var handed = handedOver();
        var id = handed.post().id();
        clock.advance(Duration.ofMinutes(1));
        var done = new Sighting.ByHand(WHERE, 1, clock.instant());

        var settled = done(posts().settle(workspace, id, here, 1, done));

        assertThat(target(settled)).isEqualTo(target(handed).published(WHERE));
        conflict(posts().settle(workspace, id, here, 1, done));
        refused(posts().settle(workspace, id, here, 2, done));
        var telling = claimHere();
        assertThat(telling.work()).isEqualTo(target(settled));
        stores.agenda().finish(telling, telling.work(), Next.never());
        clock.advance(Duration.ofDays(1));
        assertThat(claims()).extracting(claim -> claim.work().channel()).containsExactly(there);
    }

    @Test
    void what_a_person_will_not_post_is_missed_and_waits_to_be_told() {
        var handed = handedOver();
        var id = handed.post().id();
        clock.advance(Duration.ofMinutes(1));

        done(posts().settle(workspace, id, here, 1, new Sighting.Declined(1, clock.instant())));

        assertThat(claimHere().work().state()).isEqualTo(TargetState.MISSED);
        refused(posts().settle(workspace, id, here, 2, new Sighting.Declined(1, clock.instant())));
        done(posts().settle(workspace, id, here, 2, new Sighting.ByHand(WHERE, 1, clock.instant())));
    }

    @Test
    void nothing_is_said_of_a_revision_that_was_not_handed_over() {
        var handed = handedOver();
        var id = handed.post().id();

        refused(posts().settle(workspace, id, here, 1, new Sighting.ByHand(WHERE, 2, NOON)));
        refused(posts().settle(workspace, id, there, 1, new Sighting.ByHand(WHERE, 1, NOON)));
        refused(posts().settle(workspace, id, there, 1, new Sighting.Declined(1, NOON)));
    }

    @Test
    void what_is_not_out_is_due_at_once_under_its_old_key_and_wanted_again() {
        var doubted = doubted();
        clock.advance(Duration.ofDays(2));

        var settled =
                done(posts().settle(workspace, doubted.post().id(), here, 1, new Sighting.NotOut(clock.instant())));

        var again = claimHere().work();
        assertThat(again).isEqualTo(target(settled));
        assertThat(again.state()).isEqualTo(TargetState.RETRY_AT);
        assertThat(again.attempt()).isEmpty();
        assertThat(again.clientKey()).isEqualTo(target(doubted).clientKey());
        assertThat(again.dueAt()).isEqualTo(NOON);
        assertThat(again.missedAt(clock.instant().plus(target(doubted).lateness())))
                .isFalse();
        assertThat(again.missedAt(
                        clock.instant().plus(target(doubted).lateness()).plusSeconds(1)))
                .isTrue();
    }

    /** First parts of a longer post are out, the next one failed. */
    private PostWithTargets halfOut() {
        var first = created(NOON);
        var claim = claimHere();
        var half = claim.work().following(WHERE).without(TargetState.FAILED, "no");
        stores.agenda().finish(claim, half, Next.never());
        return posts().find(workspace, first.post().id()).orElseThrow();
    }

    @Test
    void what_stopped_half_way_goes_on_with_the_part_that_is_missing() {
        var half = halfOut();
        clock.advance(Duration.ofHours(2));

        done(posts().settle(workspace, half.post().id(), here, 1, new Sighting.Rest(clock.instant())));

        var again = claimHere().work();
        assertThat(again.out()).containsExactly(WHERE);
        assertThat(again.partKey()).isEqualTo(again.clientKey() + ".1");
        assertThat(again.missedAt(clock.instant())).isFalse();
    }

    @Test
    void what_is_half_out_is_neither_edited_nor_deleted_and_a_cancellation_leaves_it_as_it_is() {
        var half = halfOut();
        var id = half.post().id();

        refused(posts().change(half.post(), half.targets()));
        refused(posts().delete(workspace, id, 1));
        refused(posts().settle(workspace, id, there, 1, new Sighting.Rest(NOON)));
        var left = done(posts().cancel(workspace, id, 1));

        assertThat(target(left).state()).isEqualTo(TargetState.PUBLISHED);
        assertThat(target(left).publication()).contains(WHERE);
        assertThat(posts().find(workspace, id)).contains(left);
    }

    @Test
    void a_worker_that_looks_for_it_meanwhile_is_fenced_off() {
        var doubted = doubted();
        clock.advance(Duration.ofMinutes(10));
        var looking = claimHere();

        done(posts().settle(workspace, doubted.post().id(), here, 1, new Sighting.Out(WHERE)));

        assertThat(stores.agenda().finish(looking, looking.work().uncertain("not yet"), Next.at(NOON)))
                .isEqualTo(Written.FENCED_OFF);
    }

    @Test
    void nothing_is_said_of_a_target_that_is_certain_or_whose_call_may_still_show_its_effect() {
        var doubted = doubted();
        var id = doubted.post().id();

        refused(posts().settle(workspace, id, there, 1, new Sighting.Out(WHERE)));
        refused(posts().settle(workspace, id, Fixtures.channelId(), 1, new Sighting.Out(WHERE)));
        refused(posts().settle(workspace, id, here, 1, new Sighting.NotOut(NOON.plusSeconds(200))));
        refused(posts().settle(workspace, id, here, 1, new Sighting.NotOut(NOON.plusSeconds(319))));
        done(posts().settle(workspace, id, here, 1, new Sighting.NotOut(NOON.plusSeconds(320))));
        refused(posts().settle(workspace, id, here, 2, new Sighting.NotOut(NOON.plusSeconds(320))));
    }

    @Test
    void a_sighting_on_another_version_or_post_is_not_taken() {
        var doubted = doubted();
        var id = doubted.post().id();

        assertThat(conflict(posts().settle(workspace, id, here, 7, new Sighting.Out(WHERE))))
                .isEqualTo(doubted);
        missing(posts().settle(Fixtures.workspaceId(), id, here, 1, new Sighting.Out(WHERE)));
        assertThat(posts().find(workspace, id)).contains(doubted);
    }

    @Test
    void what_was_set_aside_while_it_was_looked_for_is_settled_too_and_stuck_no_more() {
        var doubted = doubted();
        clock.advance(Duration.ofMinutes(10));
        for (var i = 0; i <= Kind.MOST_CLAIMS; i++) {
            claims();
            clock.advance(LEASE);
        }
        var before = stores.agenda().stuck(workspace, PageRequest.first(5)).items();

        done(posts().settle(workspace, doubted.post().id(), here, 1, new Sighting.NotOut(clock.instant())));

        assertThat(before).hasSize(2);
        assertThat(stores.agenda().stuck(workspace, PageRequest.first(5)).items())
                .hasSize(1);
        assertThat(claims()).extracting(Claim::work).extracting(Target::channel).containsExactly(here);
    }

    @Test
    void what_is_wanted_again_at_another_time_is_found_by_that_time() {
        var doubted = doubted();
        var at = NOON.plus(Duration.ofDays(5));
        var brand = doubted.post().brand();

        done(posts().settle(workspace, doubted.post().id(), here, 1, new Sighting.NotOut(at)));

        assertThat(posts().wantedAgain(workspace, brand, at, at))
                .containsExactly(doubted.post().id());
        assertThat(posts().wantedAgain(workspace, brand, at.plusMillis(1), at.plusSeconds(60)))
                .isEmpty();
        assertThat(posts().wantedAgain(workspace, brand, NOON, at.minusMillis(1)))
                .isEmpty();
        assertThat(posts().wantedAgain(workspace, Fixtures.brandId(), at, at)).isEmpty();
        assertThat(posts().wantedAgain(Fixtures.workspaceId(), brand, at, at)).isEmpty();
        assertThat(posts().find(workspace, doubted.post().id())).isPresent();
    }
}
