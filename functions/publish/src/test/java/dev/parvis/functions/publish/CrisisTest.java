package dev.parvis.functions.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.audit.AuditEntry;
import dev.parvis.domain.crisis.Statements;
import dev.parvis.domain.networks.Publishes.Safety;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Hold;
import dev.parvis.domain.posts.Holds;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.Resumption;
import dev.parvis.domain.posts.Stops;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

import static org.assertj.core.api.Assertions.assertThat;

/** The stop against the engine: whatever happens when, nothing goes out that nobody wants, and nothing is lost. */
class CrisisTest {
    /** Does something between the engine's last write and its last look: it has waited for its second until then. */
    private static final class AtTheLook implements Engine.Faults {
        private Consumer<Engine> before = _ -> {};
        private Consumer<Engine> after = _ -> {};
        private Optional<Engine> engine = Optional.empty();

        @Override
        public <P> P before(Class<P> port, P real) {
            return port == Holds.class ? port.cast(new Looked((Holds) real)) : real;
        }

        private final class Looked implements Holds {
            private final Holds real;

            Looked(Holds real) {
                this.real = real;
            }

            @Override
            public Stops stops(WorkspaceId workspace) {
                engine.ifPresent(before);
                var stops = real.stops(workspace);
                engine.ifPresent(after);
                return stops;
            }

            @Override
            public Hold put(WorkspaceId workspace, Hold hold) {
                return real.put(workspace, hold);
            }

            @Override
            public boolean release(WorkspaceId workspace, Hold hold, Instant at, String by) {
                return real.release(workspace, hold, at, by);
            }

            @Override
            public Change<Hold> admit(WorkspaceId workspace, Hold hold, String seal) {
                return real.admit(workspace, hold, seal);
            }
        }
    }

    private static Engine engine(AtTheLook look, ScriptedNetwork.Act... script) {
        var engine = new Engine(Safety.RECONCILE, look, script);
        look.engine = Optional.of(engine);
        return engine;
    }

    private static Hold stop(Engine engine) {
        return stop(engine, Hold.Scope.WORKSPACE, "");
    }

    private static Hold stop(Engine engine, Hold.Scope scope, String id) {
        var hold = new Hold(scope, id, "crise", "me", engine.clock.instant());
        return engine.stores.holds().put(engine.workspace, hold);
    }

    private static void release(Engine engine, Hold hold) {
        assertThat(engine.stores.holds().release(engine.workspace, hold, engine.clock.instant(), "me"))
                .isTrue();
    }

    private static Statements.Approved approve(Engine engine, PostId post) {
        var statements = new Statements(engine.stores.holds(), engine.stores.audit(), engine.clock);
        return statements.approve(
                engine.stores.posts().find(engine.workspace, post).orElseThrow(), "lea");
    }

    private static List<Target> suspended(Engine engine) {
        return engine.stores
                .posts()
                .suspended(engine.workspace, engine.brand, PageRequest.first(10))
                .items();
    }

    private static List<AuditEntry> trail(Engine engine, String action) {
        var month = YearMonth.from(Engine.DUE.atZone(ZoneOffset.UTC));
        return engine.stores.audit().list(engine.workspace, month, PageRequest.first(100)).items().stream()
                .filter(entry -> entry.action().equals(action))
                .toList();
    }

    private static void resume(Engine engine, PostId post) {
        var target = engine.now(post);
        var change = engine.stores
                .posts()
                .resume(
                        engine.workspace,
                        post,
                        target.channel(),
                        target.revision(),
                        new Resumption.At(engine.clock.instant()));
        assertThat(change).isInstanceOf(Change.Done.class);
    }

    @Test
    void a_stop_put_while_the_answer_to_the_last_look_was_long_under_way_is_not_missed() {
        var look = new AtTheLook();
        var engine = engine(look);
        var post = engine.schedule("Un");
        look.after = there -> {
            look.after = _ -> {};
            there.clock.advance(Duration.ofSeconds(3));
            stop(there);
        };

        engine.tick();

        assertThat(engine.now(post).state()).isEqualTo(TargetState.HELD);
        assertThat(engine.network.sends).isZero();
    }

    @Test
    void a_stop_put_while_the_engine_waits_wins_and_its_release_lets_nothing_go() {
        var look = new AtTheLook();
        var engine = engine(look);
        var posts = List.of(engine.schedule("Un"), engine.schedule("Deux"), engine.schedule("Trois"));
        look.before = CrisisTest::stop;

        engine.tick();
        look.before = _ -> {};
        release(engine, engine.stores.holds().in(engine.workspace).getFirst());
        engine.ticks(30);

        assertThat(engine.network.sends).isZero();
        assertThat(suspended(engine)).extracting(Target::post).containsExactlyInAnyOrderElementsOf(posts);
        assertThat(engine.told).isEmpty();
    }

    @Test
    void each_goes_out_once_a_person_has_said_so_and_no_other() {
        var engine = new Engine();
        var one = engine.schedule("Un");
        var two = engine.schedule("Deux");
        var hold = stop(engine);
        engine.ticks(2);
        release(engine, hold);
        engine.clock.advance(Duration.ofHours(5));

        resume(engine, one);
        engine.ticks(3);

        assertThat(engine.network.posted)
                .extracting(ScriptedNetwork.Posted::text)
                .containsExactly("Un");
        assertThat(engine.now(one).state()).isEqualTo(TargetState.PUBLISHED);
        assertThat(suspended(engine)).extracting(Target::post).containsExactly(two);
    }

    @Test
    void a_stop_that_is_put_and_lifted_before_the_second_changes_nothing() {
        var look = new AtTheLook();
        var engine = engine(look);
        var post = engine.schedule("Bonjour");
        look.before = waiting -> release(waiting, stop(waiting));

        engine.tick();

        assertThat(engine.now(post).state()).isEqualTo(TargetState.PUBLISHED);
        assertThat(engine.network.posted.getFirst().at()).isEqualTo(Engine.DUE);
    }

    @Test
    void what_was_due_under_a_stop_waits_also_when_it_is_met_after_the_stop_was_lifted() {
        var engine = new Engine();
        var due = engine.schedule("Pendant");
        engine.clock.advance(Duration.ofSeconds(90));
        var hold = stop(engine);
        engine.clock.advance(Duration.ofSeconds(60));
        release(engine, hold);

        engine.ticks(3);

        assertThat(engine.network.sends).isZero();
        assertThat(engine.now(due).state()).isEqualTo(TargetState.HELD);
        assertThat(engine.now(due).reason()).isEqualTo("it was due while a stop stood");
        resume(engine, due);
        engine.ticks(2);
        assertThat(engine.now(due).state()).isEqualTo(TargetState.PUBLISHED);
    }

    @Test
    void what_became_too_late_under_a_stop_waits_with_the_rest_and_what_became_so_without_one_is_missed() {
        var engine = new Engine();
        var under = engine.schedule("Pendant");
        engine.clock.advance(Duration.ofSeconds(90));
        var hold = stop(engine);
        engine.clock.advance(Duration.ofMinutes(20));
        release(engine, hold);
        engine.tick();
        assertThat(engine.now(under).state()).isEqualTo(TargetState.HELD);

        var other = new Engine();
        var late = other.schedule("Trop tard");
        other.clock.advance(Duration.ofMinutes(20));
        release(other, stop(other));
        other.tick();
        assertThat(other.now(late).state()).isEqualTo(TargetState.MISSED);
    }

    @Test
    void a_statement_passes_every_stop_that_lists_it_and_the_trail_says_who_and_which() {
        var engine = new Engine();
        var statement = engine.schedule("Nous savons");
        var other = engine.schedule("Promotion");
        stop(engine);
        stop(engine, Hold.Scope.BRAND, engine.brand.value());

        var approved = approve(engine, statement);
        engine.ticks(2);

        assertThat(approved).isInstanceOf(Statements.Approved.Listed.class);
        assertThat(engine.network.posted)
                .extracting(ScriptedNetwork.Posted::text)
                .containsExactly("Nous savons");
        assertThat(engine.network.posted.getFirst().at()).isEqualTo(Engine.DUE);
        assertThat(engine.now(other).state()).isEqualTo(TargetState.HELD);
        var said = trail(engine, "post.statement");
        assertThat(said).hasSize(1);
        var agreed = trail(engine, "statement.approved");
        assertThat(agreed).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.actor()).isEqualTo("lea");
            assertThat(entry.facts())
                    .containsEntry("permission", "crisis.statement")
                    .containsEntry("seal", said.getFirst().facts().get("seal"));
            assertThat(said.getFirst().facts().get("hold"))
                    .contains(entry.facts().get("hold"));
        });
    }

    @Test
    void a_statement_for_one_of_two_stops_does_not_pass() {
        var engine = new Engine();
        var statement = engine.schedule("Nous savons");
        stop(engine);
        approve(engine, statement);
        stop(engine, Hold.Scope.NETWORK, "sandbox");

        engine.ticks(2);

        assertThat(engine.network.sends).isZero();
        assertThat(engine.now(statement).state()).isEqualTo(TargetState.HELD);
    }

    @Test
    void a_statement_that_was_edited_or_approved_for_an_earlier_stop_does_not_pass() {
        for (var edited : List.of(true, false)) {
            var engine = new Engine();
            var statement = engine.schedule("Nous savons");
            var hold = stop(engine);
            approve(engine, statement);
            if (edited) {
                say(engine, statement, "Nous ne savons rien");
            } else {
                release(engine, hold);
                engine.clock.advance(Duration.ofSeconds(1));
                stop(engine);
            }

            engine.ticks(2);

            assertThat(engine.network.sends).as("edited %s", edited).isZero();
            assertThat(engine.now(statement).state()).isEqualTo(TargetState.HELD);
        }
    }

    private static void say(Engine engine, PostId id, String text) {
        var there = engine.stores.posts().find(engine.workspace, id).orElseThrow();
        var before = there.post();
        var edited = new Post(
                engine.workspace,
                id,
                engine.brand,
                new Content(text, Optional.empty(), List.of(), "fr"),
                before.schedule(),
                before.revision(),
                "me",
                before.createdAt(),
                before.version());
        var revision = before.revision() + 1;
        assertThat(engine.stores.posts().change(edited, List.of(engine.target(id, revision))))
                .isInstanceOf(Change.Done.class);
    }

    @Test
    void a_stop_and_a_statement_at_the_same_instant_are_one_after_the_other() {
        for (var sooner : List.of(true, false)) {
            var look = new AtTheLook();
            var engine = engine(look);
            var statement = engine.schedule("Nous savons");
            Consumer<Engine> approved = waiting -> approve(waiting, statement);
            look.before = sooner
                    ? waiting -> {
                        stop(waiting);
                        approved.accept(waiting);
                    }
                    : CrisisTest::stop;
            look.after = sooner ? _ -> {} : approved;

            engine.tick();

            assertThat(engine.now(statement).state()).isEqualTo(sooner ? TargetState.PUBLISHED : TargetState.HELD);
            assertThat(engine.network.sends).isEqualTo(sooner ? 1 : 0);
        }
    }

    @Test
    void what_is_edited_while_it_is_held_stays_held_and_goes_out_as_edited() {
        var engine = new Engine();
        var post = engine.schedule("Avant");
        var hold = stop(engine);
        engine.ticks(2);
        say(engine, post, "Après");
        engine.ticks(3);
        assertThat(engine.now(post).state()).isEqualTo(TargetState.HELD);
        assertThat(engine.now(post).revision()).isEqualTo(2);

        release(engine, hold);
        engine.ticks(3);
        assertThat(engine.network.sends).isZero();
        resume(engine, post);
        engine.ticks(3);

        assertThat(engine.network.posted)
                .extracting(ScriptedNetwork.Posted::text)
                .containsExactly("Après");
    }

    @Test
    void what_is_cancelled_while_it_is_held_never_goes_out() {
        var engine = new Engine();
        var post = engine.schedule("Bonjour");
        var hold = stop(engine);
        engine.ticks(2);

        assertThat(engine.stores.posts().cancel(engine.workspace, post, 1)).isInstanceOf(Change.Done.class);
        release(engine, hold);
        engine.ticks(5);

        assertThat(engine.network.sends).isZero();
        assertThat(engine.now(post).state()).isEqualTo(TargetState.CANCELLED);
        assertThat(suspended(engine)).isEmpty();
    }

    @Test
    void what_was_given_another_time_under_a_stop_that_still_stands_then_is_held_again() {
        var engine = new Engine();
        var post = engine.schedule("Bonjour");
        stop(engine);
        engine.ticks(2);

        resume(engine, post);
        engine.ticks(2);

        assertThat(engine.network.sends).isZero();
        assertThat(engine.now(post).state()).isEqualTo(TargetState.HELD);
        assertThat(trail(engine, "post.held")).hasSize(2);
    }

    @Test
    void what_may_have_gone_out_before_the_stop_is_looked_for_under_it() {
        var look = new AtTheLook();
        var engine = engine(look, ScriptedNetwork.Act.CUT_AFTER);
        var post = engine.schedule("Bonjour");
        look.after = CrisisTest::stop;

        engine.ticks(8);

        assertThat(engine.network.sends).isEqualTo(1);
        assertThat(engine.now(post).state()).isEqualTo(TargetState.PUBLISHED);
    }

    @Test
    void a_stop_between_two_parts_holds_the_rest_which_goes_on_where_it_was() {
        var look = new AtTheLook();
        var engine = engine(look);
        var comment = new Content.Part(Content.Kind.COMMENT, "Deux", Optional.empty(), List.of());
        var post = engine.schedule(new Content(
                "Un",
                Optional.empty(),
                List.of(),
                "fr",
                Optional.empty(),
                Optional.empty(),
                List.of(comment),
                Map.of()));
        look.after = CrisisTest::stop;

        engine.ticks(3);

        assertThat(engine.network.posted)
                .extracting(ScriptedNetwork.Posted::text)
                .containsExactly("Un");
        assertThat(engine.now(post).state()).isEqualTo(TargetState.HELD);
        assertThat(engine.now(post).out()).hasSize(1);
        look.after = _ -> {};
        release(engine, engine.stores.holds().in(engine.workspace).getFirst());
        engine.ticks(3);
        assertThat(engine.network.sends).isEqualTo(1);

        resume(engine, post);
        engine.ticks(3);

        assertThat(engine.network.posted)
                .extracting(ScriptedNetwork.Posted::text)
                .containsExactly("Un", "Deux");
        assertThat(engine.now(post).state()).isEqualTo(TargetState.PUBLISHED);
    }
}
