package dev.parvis.functions.publish;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.audit.AuditEntry;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.networks.Publishes.Safety;
import dev.parvis.domain.posts.Attempt;
import dev.parvis.domain.posts.Publication;
import dev.parvis.domain.posts.Sighting;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.functions.publish.ScriptedNetwork.Act;
import dev.parvis.kernel.time.Deadline;

import static org.assertj.core.api.Assertions.assertThat;

/** What the chaos suite found, told one by one. */
class DoubtTest {
    @Test
    void the_wait_that_a_network_asks_for_is_kept_by_what_lies_prepared_too() {
        var engine = new Engine(Safety.TWO_PHASES, Engine.Faults.NONE, Act.THROTTLE);
        engine.network.leavesSomething = true;
        engine.schedule("Bonjour");

        engine.tick();
        engine.tick();

        assertThat(engine.network.posted).singleElement().satisfies(posted -> assertThat(posted.at())
                .isAfterOrEqualTo(Engine.DUE.plusSeconds(30)));
    }

    @Test
    void lateness_is_told_from_the_promised_second_however_often_it_was_put_off() {
        var engine = new Engine(Act.THROTTLE);
        engine.schedule("Bonjour");

        engine.tick();
        engine.tick();

        assertThat(engine.told).singleElement().satisfies(event -> assertThat(event.detail())
                .containsEntry("latenessMs", "30000"));
    }

    @Test
    void who_no_longer_holds_the_row_tells_nobody_what_he_has_decided() {
        var engine = new Engine();
        engine.schedule("Bonjour");
        var overtaken = claim(engine);
        engine.clock.advance(Engine.LEASE);
        engine.tick();

        engine.outcomes().missed(overtaken, "");
        engine.outcomes().failed(overtaken, "refused", "refused");

        assertThat(engine.told).extracting(Event::type).containsExactly(Event.Type.POST_PUBLISHED);
        assertThat(audit(engine)).extracting(AuditEntry::action).containsExactly("post.published");
    }

    @Test
    void what_was_decided_and_not_told_is_told_by_the_next_worker() {
        for (var state : List.of(TargetState.FAILED, TargetState.MISSED)) {
            var engine = new Engine();
            engine.schedule("Bonjour");
            var dead = claim(engine);
            engine.stores.agenda().progress(dead.claim(), dead.target().without(state, "because"));

            engine.clock.advance(Engine.LEASE);
            engine.tick();

            assertThat(audit(engine)).extracting(AuditEntry::action).containsExactly("post." + name(state));
            assertThat(engine.told).extracting(event -> event.type().wire()).containsExactly("post." + name(state));
            assertThat(engine.network.sends).isZero();
        }
    }

    @Test
    void what_a_person_has_seen_out_is_told_once_by_the_publisher_and_not_looked_for_any_more() {
        var engine = new Engine(Act.LOST);
        var post = engine.schedule("Bonjour");
        engine.tick();
        var doubted = engine.now(post);
        var seen = new Publication("n-7", "https://x.example/n-7", Engine.DUE.plusSeconds(1), true);
        var version = engine.stores
                .posts()
                .find(engine.workspace, post)
                .orElseThrow()
                .post()
                .version();

        engine.stores.posts().settle(engine.workspace, post, doubted.channel(), version, new Sighting.Out(seen));
        engine.ticks(3);

        assertThat(doubted.state()).isEqualTo(TargetState.UNCERTAIN);
        assertThat(engine.told)
                .filteredOn(event -> event.type() == Event.Type.POST_PUBLISHED)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.id()).isEqualTo(doubted.toldKey() + ".published");
                    assertThat(event.detail())
                            .containsEntry("nativeId", "n-7")
                            .containsEntry("latenessMs", "1000")
                            .containsEntry("reconciled", "true");
                });
        assertThat(engine.network.sends).isEqualTo(1);
        assertThat(engine.now(post).publication()).contains(seen);
    }

    @Test
    void of_two_posts_of_one_text_that_are_both_in_doubt_the_one_that_went_out_is_not_taken_by_both() {
        var engine = new Engine(Act.CUT_AFTER, Act.LOST);
        var one = engine.schedule("Bonjour");
        var other = engine.schedule("Bonjour");

        engine.ticks(12);

        assertThat(engine.network.posted).hasSize(2);
        assertThat(List.of(engine.now(one), engine.now(other)))
                .allSatisfy(target -> assertThat(target.state()).isEqualTo(TargetState.PUBLISHED))
                .extracting(target -> target.publication().orElseThrow().nativeId())
                .doesNotHaveDuplicates();
    }

    @Test
    void a_post_that_another_target_of_its_text_may_just_have_made_is_not_taken_from_it() {
        var engine = new Engine(Act.LOST);
        var lost = engine.schedule("Bonjour");
        engine.tick();
        engine.schedule("Bonjour");
        var sending = claim(engine);
        var key = sending.target().clientKey();
        var attempt = new Attempt(key, "Bonjour", Engine.DUE, Engine.DUE, Engine.DUE.plus(Engine.LEASE), "");
        engine.stores.agenda().progress(sending.claim(), sending.target().sending(attempt));
        engine.network.posted.add(new ScriptedNetwork.Posted(key, "Bonjour", Engine.DUE, Engine.DUE));

        engine.clock.advance(Duration.ofSeconds(15));
        engine.tick();

        assertThat(engine.now(lost).state()).isEqualTo(TargetState.UNCERTAIN);
        assertThat(engine.now(lost).publication()).isEmpty();
        assertThat(engine.now(lost).reason()).isEqualTo("a post like it is being sent");
    }

    @Test
    void absence_is_not_believed_by_a_clock_that_may_be_ahead_of_who_sent() {
        var engine = new Engine(Act.LOST);
        var post = engine.schedule("Bonjour");
        engine.tick();
        var over = engine.now(post).attempt().orElseThrow().overBy();

        engine.clock.set(over.plus(ScriptedNetwork.QUIET).plusSeconds(94));
        engine.tick();
        var early = engine.now(post).state();
        engine.clock.set(over.plus(ScriptedNetwork.QUIET).plusSeconds(96));
        engine.ticks(2);

        assertThat(early).isEqualTo(TargetState.UNCERTAIN);
        assertThat(engine.now(post).state()).isEqualTo(TargetState.PUBLISHED);
    }

    @Test
    void absence_is_believed_of_the_moment_of_the_look_not_of_its_end() {
        var engine = new Engine(Act.CUT_AFTER);
        engine.network.lag = Duration.ofSeconds(100);
        engine.network.slowness = Duration.ofSeconds(150);
        var post = engine.schedule("Bonjour");

        engine.ticks(6);

        assertThat(engine.network.sends).isEqualTo(1);
        assertThat(engine.now(post).state()).isEqualTo(TargetState.PUBLISHED);
    }

    @Test
    void a_preparation_that_fails_does_not_shorten_the_wait_that_the_network_asked_for() {
        var engine = new Engine(Act.THROTTLE);
        engine.schedule("Bonjour");

        engine.tick();
        engine.network.unprepared = 1;
        engine.tick();
        engine.tick();

        assertThat(engine.network.posted).singleElement().satisfies(posted -> assertThat(posted.at())
                .isAfterOrEqualTo(Engine.DUE.plusSeconds(30)));
    }

    @Test
    void a_network_that_names_the_twin_is_asked_by_sending_again() {
        var engine = new Engine(Safety.REFUSAL_NAMES_TWIN, Engine.Faults.NONE, Act.CUT_AFTER);
        var post = engine.schedule("Bonjour");

        engine.ticks(4);

        assertThat(engine.network.posted).hasSize(1);
        assertThat(engine.now(post).publication())
                .hasValueSatisfying(where -> assertThat(where.reconciled()).isTrue());
    }

    @Test
    void a_twin_that_no_try_of_ours_can_have_made_is_anothers() {
        var engine = new Engine(Safety.REFUSAL_NAMES_TWIN, Engine.Faults.NONE);
        var posts = List.of(engine.schedule("Bonjour"), engine.schedule("Bonjour"));

        engine.ticks(2);

        assertThat(engine.network.posted).hasSize(1);
        assertThat(posts)
                .extracting(post -> engine.now(post).state())
                .containsExactlyInAnyOrder(TargetState.PUBLISHED, TargetState.FAILED);
    }

    @Test
    void a_twin_that_is_older_than_the_second_proves_that_ours_is_not_there() {
        var engine = new Engine(Safety.REFUSAL_NAMES_TWIN, Engine.Faults.NONE, Act.LOST);
        engine.network.posted.add(
                new ScriptedNetwork.Posted("by-hand", "Bonjour", Engine.DUE.minusSeconds(100), Engine.DUE));
        var post = engine.schedule("Bonjour");

        engine.ticks(3);

        assertThat(engine.now(post).state()).isEqualTo(TargetState.FAILED);
        assertThat(engine.network.sends).isEqualTo(2);
    }

    @Test
    void what_may_have_gone_out_is_never_called_missed_but_shown() {
        var engine = new Engine(Safety.REFUSAL_NAMES_TWIN, Engine.Faults.NONE, Act.CUT_AFTER);
        var post = engine.schedule("Bonjour");
        engine.tick();

        engine.clock.set(Engine.DUE.plus(Duration.ofMinutes(16)));
        engine.ticks(2);

        assertThat(engine.now(post).state()).isEqualTo(TargetState.UNCERTAIN);
        assertThat(engine.now(post).reason()).isEqualTo("it is too late to send it again");
        assertThat(engine.told).extracting(Event::type).contains(Event.Type.POST_UNCERTAIN);
    }

    private static Held claim(Engine engine) {
        Claim<Target> claim = engine.stores
                .agenda()
                .claim(Kind.TARGET, Engine.DUE, 10)
                .claims()
                .getFirst();
        return new Held(claim, Deadline.in(Engine.LEASE));
    }

    private static List<AuditEntry> audit(Engine engine) {
        return engine.stores
                .audit()
                .list(engine.workspace, YearMonth.of(2026, 11), PageRequest.first(100))
                .items();
    }

    private static String name(TargetState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
