package dev.parvis.functions.publish;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.networks.Publishes.Safety;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Hold;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.stored.Change;
import dev.parvis.functions.publish.ScriptedNetwork.Act;

import static org.assertj.core.api.Assertions.assertThat;

/** A post that is prepared in steps: what each leaves on the network is gone on from, whoever takes the next. */
class StepsTest {
    private final Engine engine = new Engine(Safety.TWO_PHASES, Engine.Faults.NONE);

    @Test
    void each_step_is_taken_once_and_the_post_goes_out_at_its_second() {
        engine.network.children = 11;
        var post = engine.schedule("Carrousel");

        engine.tick();

        assertThat(engine.network.made).hasSize(11);
        assertThat(engine.network.posted).singleElement().satisfies(posted -> assertThat(posted.at())
                .isEqualTo(Engine.DUE));
        assertThat(engine.now(post).state()).isEqualTo(TargetState.PUBLISHED);
        assertThat(engine.now(post).left()).isEmpty();
    }

    @Test
    void whoever_takes_over_from_a_worker_that_died_makes_nothing_twice_but_what_it_died_in() {
        for (var dying = 0; dying < 4; dying++) {
            for (var act : new Act[] {Act.DIE_BEFORE, Act.DIE_AFTER}) {
                var world = new Engine(Safety.TWO_PHASES, Engine.Faults.NONE);
                world.network.children = 4;
                for (var step = 0; step < dying; step++) {
                    world.network.steps.add(Act.TAKE);
                }
                world.network.steps.add(act);
                var post = world.schedule("Carrousel");

                world.ticks(6);

                assertThat(world.network.made).as("%s in step %d", act, dying).hasSize(act == Act.DIE_AFTER ? 5 : 4);
                assertThat(world.network.posted).hasSize(1);
                assertThat(world.now(post).state()).isEqualTo(TargetState.PUBLISHED);
            }
        }
    }

    @Test
    void what_a_network_puts_off_goes_on_from_where_it_was() {
        engine.network.children = 3;
        engine.network.steps.addAll(List.of(Act.TAKE, Act.THROTTLE, Act.TAKE));
        var post = engine.schedule("Carrousel");

        engine.tick();
        assertThat(engine.now(post).state()).isEqualTo(TargetState.RETRY_AT);
        assertThat(engine.now(post).left()).isEqualTo("0");
        engine.clock.advance(Duration.ofSeconds(60));
        engine.tick();

        assertThat(engine.network.made).hasSize(3);
        assertThat(engine.network.posted).hasSize(1);
    }

    /** The lease is 180 s, and the tick came 100 s before the second. */
    @Test
    void what_is_not_ready_while_the_lease_lasts_is_left_to_the_next_tick_and_goes_out_late_and_once() {
        engine.network.children = 2;
        engine.network.readyAt = Engine.DUE.plusSeconds(200);
        var post = engine.schedule("Film");

        engine.tick();
        var left = engine.now(post);
        engine.ticks(5);

        assertThat(left.state()).isEqualTo(TargetState.PREPARED);
        assertThat(left.left()).isEqualTo("0,1");
        assertThat(left.reason()).isEqualTo("the network was still getting it ready");
        assertThat(engine.network.made).hasSize(2);
        assertThat(engine.network.posted).singleElement().satisfies(posted -> assertThat(posted.at())
                .isBetween(Engine.DUE.plusSeconds(200), Engine.DUE.plusSeconds(270)));
        assertThat(engine.now(post).state()).isEqualTo(TargetState.PUBLISHED);
    }

    @Test
    void what_is_never_ready_is_missed_and_says_why() {
        engine.network.children = 2;
        engine.network.readyAt = Engine.DUE.plus(Duration.ofDays(1));
        var post = engine.schedule("Film");

        engine.ticks(25);

        assertThat(engine.network.posted).isEmpty();
        assertThat(engine.network.made).hasSize(2);
        assertThat(engine.now(post).state()).isEqualTo(TargetState.MISSED);
        assertThat(engine.now(post).reason()).endsWith("the network was still getting it ready");
    }

    @Test
    void steps_that_take_longer_than_the_lease_are_gone_on_with_under_the_next_one() {
        engine.network.children = 4;
        engine.network.making = Duration.ofSeconds(80);
        var post = engine.schedule("Carrousel");

        engine.ticks(8);

        assertThat(engine.network.made).hasSize(4);
        assertThat(engine.network.posted).hasSize(1);
        assertThat(engine.now(post).state()).isEqualTo(TargetState.PUBLISHED);
    }

    @Test
    void an_edit_at_any_step_voids_what_was_made_and_only_the_new_revision_goes_out() {
        for (var at = 0; at < 3; at++) {
            var world = new Engine(Safety.TWO_PHASES, Engine.Faults.NONE);
            world.network.children = 3;
            var post = world.schedule("Avant");
            for (var step = 0; step < at; step++) {
                world.network.steps.add(Act.TAKE);
            }
            world.network.steps.add(Act.DIE_AFTER);
            world.tick();
            edit(world, post, "Apres");

            world.ticks(6);

            assertThat(world.network.posted)
                    .extracting(ScriptedNetwork.Posted::text)
                    .containsExactly("Apres");
            assertThat(world.network.made.stream()
                            .filter(one -> one.startsWith(world.now(post).clientKey())))
                    .as("edited after step %d", at)
                    .hasSize(3);
        }
    }

    @Test
    void an_edit_while_it_is_being_made_ready_ends_the_worker_that_prepares_the_old_one() {
        var once = new Object() {
            boolean done;
        };
        var world = new Engine(Safety.TWO_PHASES, Engine.Faults.NONE);
        world.network.children = 3;
        var post = world.schedule("Avant");
        world.network.onStep = () -> {
            if (!once.done && world.network.made.size() == 2) {
                once.done = true;
                edit(world, post, "Apres");
            }
        };

        world.ticks(6);

        assertThat(world.network.made).hasSize(2 + 3);
        assertThat(world.network.posted)
                .extracting(ScriptedNetwork.Posted::text)
                .containsExactly("Apres");
    }

    @Test
    void a_stop_at_any_step_lets_nothing_out_and_what_it_held_is_prepared_anew_when_it_is_wanted_again() {
        engine.network.children = 3;
        engine.network.onStep = () -> {
            if (engine.network.made.size() == 2) {
                var stop = new Hold(Hold.Scope.WORKSPACE, "", "crise", "lea", engine.clock.instant());
                engine.stores.holds().put(engine.workspace, stop);
            }
        };
        var post = engine.schedule("Carrousel");

        engine.ticks(5);

        assertThat(engine.network.posted).isEmpty();
        assertThat(engine.now(post).state()).isEqualTo(TargetState.HELD);
        assertThat(engine.now(post).resumed(2, Engine.DUE.plusSeconds(3600)).left())
                .isEmpty();
    }

    @Test
    void two_ticks_at_once_take_no_step_twice() throws InterruptedException {
        engine.network.children = 4;
        engine.schedule("Carrousel");

        var other = Thread.ofVirtual().start(engine::tick);
        engine.tick();
        other.join();

        assertThat(engine.network.made).hasSize(4);
        assertThat(engine.network.posted).hasSize(1);
    }

    @Test
    void a_send_that_was_surely_not_taken_goes_on_with_what_lies_there() {
        var world = new Engine(Safety.TWO_PHASES, Engine.Faults.NONE, Act.CUT_BEFORE);
        world.network.children = 3;
        var post = world.schedule("Carrousel");

        world.ticks(5);

        assertThat(world.network.made).hasSize(3);
        assertThat(world.network.posted).hasSize(1);
        assertThat(world.now(post).state()).isEqualTo(TargetState.PUBLISHED);
    }

    @Test
    void a_part_that_follows_starts_with_nothing() {
        engine.network.children = 2;
        var following = new Content.Part(Content.Kind.THREAD, "Suite", Optional.empty(), List.of());
        var post = engine.schedule(new Content(
                "Debut",
                Optional.empty(),
                List.of(),
                "fr",
                Optional.empty(),
                Optional.empty(),
                List.of(following),
                Map.of()));

        engine.ticks(3);

        assertThat(engine.network.made).hasSize(4);
        assertThat(engine.network.posted)
                .extracting(ScriptedNetwork.Posted::text)
                .containsExactly("Debut", "Suite");
        assertThat(engine.now(post).state()).isEqualTo(TargetState.PUBLISHED);
    }

    private static void edit(Engine world, PostId id, String text) {
        var was = world.stores.posts().find(world.workspace, id).orElseThrow().post();
        var content = new Content(text, Optional.empty(), List.of(), "fr");
        var edited = new Post(
                was.workspace(),
                was.id(),
                was.brand(),
                content,
                was.schedule(),
                was.revision() + 1,
                was.createdBy(),
                was.createdAt(),
                was.version());
        assertThat(world.stores.posts().change(edited, List.of(world.target(id, was.revision() + 1))))
                .isInstanceOf(Change.Done.class);
    }
}
