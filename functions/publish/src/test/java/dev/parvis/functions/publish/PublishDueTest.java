package dev.parvis.functions.publish;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Hold;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.Sighting;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.stored.Change;
import dev.parvis.functions.publish.ScriptedNetwork.Act;

import static org.assertj.core.api.Assertions.assertThat;

class PublishDueTest {
    @Test
    void a_target_goes_out_at_its_second_and_not_before() {
        var engine = new Engine();
        var post = engine.schedule("Bonjour");

        engine.tick();

        assertThat(engine.network.posted).singleElement().satisfies(posted -> assertThat(posted.at())
                .isEqualTo(Engine.DUE));
        assertThat(engine.now(post).state()).isEqualTo(TargetState.PUBLISHED);
        assertThat(engine.told).extracting(Event::type).containsExactly(Event.Type.POST_PUBLISHED);
        assertThat(engine.told.getFirst().detail()).containsEntry("latenessMs", "0");
    }

    @Test
    void what_could_not_be_prepared_at_first_still_waits_for_its_second() {
        var engine = new Engine();
        engine.clock.set(Engine.DUE.minusSeconds(140));
        engine.network.unprepared = 1;
        var post = engine.schedule("Bonjour");

        engine.ticks(4);

        assertThat(engine.network.posted).singleElement().satisfies(posted -> assertThat(posted.at())
                .isEqualTo(Engine.DUE));
        assertThat(engine.now(post).state()).isEqualTo(TargetState.PUBLISHED);
    }

    @Test
    void an_image_that_is_uploaded_late_delays_its_post_and_one_that_is_gone_fails_it() {
        var engine = new Engine();
        var late = engine.media();
        var waiting =
                engine.schedule("Attend", List.of(new Content.Image(late.id().value(), "")));
        var gone = Fixtures.id();
        var orphan = engine.schedule("Orpheline", List.of(new Content.Image(gone, "")));

        engine.ticks(3);

        assertThat(engine.network.posted).isEmpty();
        assertThat(engine.now(waiting).reason()).isEqualTo("an image of the post has not been uploaded yet");
        assertThat(engine.now(orphan).state()).isEqualTo(TargetState.FAILED);
        assertThat(engine.now(orphan).reason())
                .isEqualTo("a media of the post was deleted from the library (media " + gone
                        + "): put another in its place and schedule the post again");
        engine.files.create(late.fileKey(), "image/png", Engine.PNG);
        engine.ticks(2);
        assertThat(engine.now(waiting).state()).isEqualTo(TargetState.PUBLISHED);
    }

    @Test
    void a_post_whose_image_never_comes_is_missed_and_says_why() {
        var engine = new Engine();
        var never = engine.media();
        var post =
                engine.schedule("Attend", List.of(new Content.Image(never.id().value(), "")));

        engine.ticks(20);

        assertThat(engine.now(post).state()).isEqualTo(TargetState.MISSED);
        assertThat(engine.now(post).reason()).endsWith("an image of the post has not been uploaded yet");
        assertThat(engine.told).extracting(Event::type).containsExactly(Event.Type.POST_MISSED);
    }

    @Test
    void what_is_due_beyond_the_horizon_is_left_alone() {
        var engine = new Engine();
        engine.clock.set(Engine.DUE.minusSeconds(151));
        var post = engine.schedule("Bonjour");

        var summary = engine.tick();

        assertThat(summary.targets()).isZero();
        assertThat(engine.now(post).state()).isEqualTo(TargetState.SCHEDULED);
    }

    @Test
    void a_reset_after_the_send_is_looked_for_and_never_sent_again() {
        var engine = new Engine(Act.CUT_AFTER);
        var post = engine.schedule("Bonjour");

        engine.ticks(3);

        assertThat(engine.network.posted).hasSize(1);
        assertThat(engine.network.sends).isEqualTo(1);
        assertThat(engine.now(post).publication())
                .hasValueSatisfying(where -> assertThat(where.reconciled()).isTrue());
    }

    @Test
    void a_post_that_the_network_lists_late_is_waited_for_within_its_quiet_time() {
        var engine = new Engine(Act.CUT_AFTER);
        engine.network.lag = Duration.ofSeconds(100);
        var post = engine.schedule("Bonjour");

        engine.ticks(6);

        assertThat(engine.network.posted).hasSize(1);
        assertThat(engine.now(post).state()).isEqualTo(TargetState.PUBLISHED);
    }

    @Test
    void a_worker_that_dies_in_the_call_leaves_its_target_to_be_looked_for_when_its_lease_and_call_are_over() {
        for (var act : List.of(Act.DIE_BEFORE, Act.DIE_AFTER)) {
            var engine = new Engine(act);
            var post = engine.schedule("Bonjour");

            engine.ticks(12);

            assertThat(engine.network.posted).as("%s", act).hasSize(1);
            assertThat(engine.now(post).state()).as("%s", act).isEqualTo(TargetState.PUBLISHED);
        }
    }

    @Test
    void what_a_person_has_seen_not_to_be_out_is_sent_once_under_its_old_key_however_late() {
        var engine = new Engine(Act.DIE_BEFORE);
        var post = engine.schedule("Bonjour");
        engine.tick();
        var key = engine.now(post).attempt().orElseThrow().key();
        engine.clock.advance(Engine.LEASE);
        engine.stores
                .agenda()
                .claimOne(Kind.TARGET, engine.workspace, engine.now(post).id())
                .ifPresent(claim ->
                        engine.stores.agenda().finish(claim, claim.work().uncertain("nobody can look"), Next.never()));
        engine.clock.advance(Duration.ofDays(2));

        engine.stores
                .posts()
                .settle(engine.workspace, post, engine.channel, 1, new Sighting.NotOut(engine.clock.instant()));
        engine.ticks(3);

        assertThat(engine.network.posted).singleElement().satisfies(posted -> assertThat(posted.key())
                .isEqualTo(key));
        assertThat(engine.now(post).state()).isEqualTo(TargetState.PUBLISHED);
    }

    @Test
    void what_surely_did_not_leave_is_tried_again_soon() {
        var engine = new Engine(Act.CUT_BEFORE, Act.THROTTLE);
        var post = engine.schedule("Bonjour");

        engine.ticks(5);

        assertThat(engine.network.posted).hasSize(1);
        assertThat(engine.now(post).state()).isEqualTo(TargetState.PUBLISHED);
        assertThat(engine.now(post).tries()).isEqualTo(3);
    }

    @Test
    void a_refusal_is_told_once_and_is_final() {
        var engine = new Engine(Act.REFUSE);
        var post = engine.schedule("Bonjour");

        engine.ticks(5);

        assertThat(engine.network.sends).isEqualTo(1);
        assertThat(engine.now(post).state()).isEqualTo(TargetState.FAILED);
        assertThat(engine.now(post).reason()).isEqualTo("too long");
        assertThat(engine.told).extracting(Event::type).containsExactly(Event.Type.POST_FAILED);
    }

    @Test
    void later_than_its_limit_a_target_is_missed_and_nothing_goes_out() {
        var engine = new Engine();
        var post = engine.schedule("Bonjour");
        engine.clock.set(Engine.DUE.plus(Duration.ofMinutes(15)).plusSeconds(1));

        engine.tick();

        assertThat(engine.network.sends).isZero();
        assertThat(engine.now(post).state()).isEqualTo(TargetState.MISSED);
        assertThat(engine.told).extracting(Event::type).containsExactly(Event.Type.POST_MISSED);
    }

    @Test
    void an_edit_while_the_target_waits_wins_and_the_new_text_goes_out_once() {
        var engine = new Engine();
        var post = engine.schedule("Ancien");
        var claims = engine.stores.agenda().claim(dev.parvis.domain.agenda.Kind.TARGET, Engine.DUE, 10);
        assertThat(claims.claims()).hasSize(1);
        edit(engine, post, "Nouveau");

        var held = new Held(claims.claims().getFirst(), dev.parvis.kernel.time.Deadline.in(Duration.ofSeconds(180)));
        assertThat(engine.stores.agenda().progress(held.claim(), held.target().sending(attempt())))
                .isEqualTo(dev.parvis.domain.agenda.Written.FENCED_OFF);
        engine.ticks(3);

        assertThat(engine.network.posted)
                .extracting(ScriptedNetwork.Posted::text)
                .containsExactly("Nouveau");
    }

    private static dev.parvis.domain.posts.Attempt attempt() {
        return new dev.parvis.domain.posts.Attempt("k", "f", Engine.DUE, Engine.DUE, Engine.DUE, "");
    }

    private static void edit(Engine engine, dev.parvis.domain.posts.PostId id, String text) {
        var before =
                engine.stores.posts().find(engine.workspace, id).orElseThrow().post();
        var edited = new Post(
                before.workspace(),
                id,
                before.brand(),
                new Content(text, Optional.empty(), List.of(), "fr"),
                before.schedule(),
                2,
                "me",
                before.createdAt(),
                before.version());
        assertThat(engine.stores.posts().change(edited, List.of(engine.target(id, 2))))
                .isInstanceOf(Change.Done.class);
    }

    @Test
    void a_stop_at_the_last_moment_holds_the_target_and_nothing_goes_out() {
        for (var scope : Hold.Scope.values()) {
            var engine = new Engine();
            var post = engine.schedule("Bonjour");
            var id =
                    switch (scope) {
                        case WORKSPACE -> "";
                        case BRAND -> engine.brand.value();
                        case NETWORK -> "sandbox";
                    };
            engine.stores.holds().put(engine.workspace, new Hold(scope, id, "crise", "me", Engine.DUE));

            engine.ticks(2);

            assertThat(engine.network.sends).as("%s", scope).isZero();
            assertThat(engine.now(post).state()).as("%s", scope).isEqualTo(TargetState.HELD);
        }
    }

    @Test
    void an_expired_credential_is_renewed_once_and_the_post_goes_out_in_time() {
        var engine = new Engine();
        engine.network.expired = true;
        var post = engine.schedule("Bonjour");

        engine.tick();

        assertThat(engine.network.refreshes).isEqualTo(1);
        assertThat(engine.now(post).state()).isEqualTo(TargetState.PUBLISHED);
        assertThat(engine.network.posted.getFirst().at()).isEqualTo(Engine.DUE);
    }

    @Test
    void the_same_text_twice_on_one_channel_is_two_posts_and_neither_is_taken_for_the_other() {
        var engine = new Engine(Act.TAKE, Act.DIE_BEFORE);
        var one = engine.schedule("Bonjour");
        var two = engine.schedule("Bonjour");

        engine.ticks(12);

        assertThat(engine.network.posted).hasSize(2);
        assertThat(engine.now(one).state()).isEqualTo(TargetState.PUBLISHED);
        assertThat(engine.now(two).state()).isEqualTo(TargetState.PUBLISHED);
        assertThat(engine.now(one).publication().orElseThrow().nativeId())
                .isNotEqualTo(engine.now(two).publication().orElseThrow().nativeId());
    }
}
