package dev.parvis.functions.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.answers.Answers;
import dev.parvis.domain.audit.AuditEntry;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.items.Interaction;
import dev.parvis.domain.moderation.RuleId;
import dev.parvis.domain.networks.Publishes.Safety;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Content.Kind;
import dev.parvis.domain.posts.Content.Part;
import dev.parvis.domain.posts.Hold;
import dev.parvis.domain.posts.Holds;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Resumption;
import dev.parvis.domain.posts.Stops;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.functions.publish.ScriptedNetwork.Act;
import dev.parvis.functions.publish.ScriptedNetwork.Posted;

import static org.assertj.core.api.Assertions.assertThat;

/** Answers go out by the engine as posts do, and a crisis stop knows who typed them. */
class AnswersTest {
    private static final int UNTIL_SURE = 14;
    private static final String THEIRS = "42";
    private static final RuleId RULE = new RuleId("merci");

    private static Answers answers(Engine engine) {
        return new Answers(engine.stores.posts(), engine.stores.holds(), engine.stores.audit(), engine.clock);
    }

    private static Interaction said(Engine engine) {
        var item = Fixtures.item(engine.workspace, THEIRS, "Vous ouvrez quand ?", Engine.DUE.minusSeconds(300));
        return Fixtures.interaction(item, engine.brand, engine.channel);
    }

    private static Answers.Order order(Engine engine, PostId post, String by, Content content) {
        var stores = engine.stores;
        return new Answers.Order(
                post,
                said(engine),
                stores.brands().find(engine.workspace, engine.brand).orElseThrow(),
                stores.channels().find(engine.workspace, engine.channel).orElseThrow(),
                content,
                Optional.of(Engine.DUE),
                by);
    }

    private static Content text(String text) {
        return new Content(text, Optional.empty(), List.of(), "fr");
    }

    private static PostId kept(Engine engine, PostWithTargets whole) {
        assertThat(engine.stores.posts().create(whole.post(), whole.targets())).isInstanceOf(Change.Done.class);
        return whole.post().id();
    }

    private static PostWithTargets planned(Engine engine, String text) {
        return answers(engine).planned(order(engine, new PostId(Fixtures.id()), "lea", text(text)));
    }

    private static PostId typed(Engine engine, String text) {
        return kept(engine, planned(engine, text));
    }

    private static PostId typedDuringStops(Engine engine, String text) {
        return kept(engine, answers(engine).duringStops(planned(engine, text), "lea"));
    }

    private static PostId automatic(Engine engine, String text) {
        var order = order(engine, Answers.automatic(said(engine)), Answers.by(RULE), text(text));
        assertThat(answers(engine).keep(answers(engine).planned(order))).isInstanceOf(Change.Done.class);
        return order.post();
    }

    private static Hold stop(Engine engine, Hold.Scope scope, String id) {
        var hold = new Hold(scope, id, "crise", "me", engine.clock.instant());
        return engine.stores.holds().put(engine.workspace, hold);
    }

    private static Hold stop(Engine engine) {
        return stop(engine, Hold.Scope.WORKSPACE, "");
    }

    private static void release(Engine engine, Hold hold) {
        assertThat(engine.stores.holds().release(engine.workspace, hold, engine.clock.instant(), "me"))
                .isTrue();
    }

    private static List<AuditEntry> trail(Engine engine, String action) {
        var month = YearMonth.from(Engine.DUE.atZone(ZoneOffset.UTC));
        return engine.stores.audit().list(engine.workspace, month, PageRequest.first(100)).items().stream()
                .filter(entry -> entry.action().equals(action))
                .toList();
    }

    private static TargetState state(Engine engine, PostId post) {
        return engine.now(post).state();
    }

    @Test
    void an_answers_first_part_answers_what_was_written_and_the_next_one_the_first() {
        var engine = new Engine();
        var more = List.of(new Part(Kind.THREAD, "Et dimanche", Optional.empty(), List.of()));
        var content = new Content(
                "À 8 h", Optional.empty(), List.of(), "fr", Optional.empty(), Optional.empty(), more, Map.of());
        var post = kept(engine, answers(engine).planned(order(engine, new PostId("answer"), "lea", content)));

        engine.tick();

        var key = engine.now(post).clientKey();
        assertThat(engine.network.parents)
                .containsExactlyInAnyOrderEntriesOf(Map.of(key, THEIRS, key + ".1", "native-" + key));
        assertThat(state(engine, post)).isEqualTo(TargetState.PUBLISHED);
    }

    @Test
    void a_thread_under_an_answer_that_is_cut_goes_on_at_the_part_that_is_missing() {
        var engine = new Engine(Act.TAKE, Act.DIE_AFTER);
        var more = List.of(
                new Part(Kind.THREAD, "Deux", Optional.empty(), List.of()),
                new Part(Kind.THREAD, "Trois", Optional.empty(), List.of()));
        var content = new Content(
                "Un", Optional.empty(), List.of(), "fr", Optional.empty(), Optional.empty(), more, Map.of());
        kept(engine, answers(engine).planned(order(engine, new PostId("answer"), "lea", content)));

        engine.ticks(UNTIL_SURE);

        assertThat(engine.network.posted).extracting(Posted::text).containsExactly("Un", "Deux", "Trois");
        assertThat(engine.network.parents.values()).containsOnlyOnce(THEIRS);
    }

    @Test
    void a_rule_that_is_run_again_answers_no_second_time() {
        var engine = new Engine();
        var post = automatic(engine, "Merci !");
        var again = order(engine, post, Answers.by(RULE), text("Merci !"));

        assertThat(answers(engine).keep(answers(engine).planned(again))).isInstanceOf(Change.Conflict.class);
        engine.ticks(3);

        assertThat(engine.network.posted).hasSize(1);
        assertThat(Answers.isAutomatic(engine.stores
                        .posts()
                        .find(engine.workspace, post)
                        .orElseThrow()
                        .post()))
                .isTrue();
    }

    @Test
    void a_stop_holds_an_automatic_answer_and_on_release_it_is_asked_about() {
        var engine = new Engine();
        var post = automatic(engine, "Merci !");
        var hold = stop(engine);
        engine.ticks(3);
        assertThat(state(engine, post)).isEqualTo(TargetState.HELD);

        release(engine, hold);
        engine.ticks(3);

        assertThat(engine.network.sends).isZero();
        assertThat(engine.stores
                        .posts()
                        .suspended(engine.workspace, engine.brand, PageRequest.first(10))
                        .items())
                .extracting(target -> target.post())
                .containsExactly(post);
        engine.stores
                .posts()
                .resume(engine.workspace, post, engine.channel, 1, new Resumption.At(engine.clock.instant()));
        engine.ticks(2);
        assertThat(engine.network.parents).containsValue(THEIRS);
        assertThat(state(engine, post)).isEqualTo(TargetState.PUBLISHED);
    }

    @Test
    void an_automatic_answer_that_was_due_under_a_stop_waits_also_when_it_is_met_after_it() {
        var engine = new Engine();
        var post = automatic(engine, "Merci !");
        engine.clock.advance(Duration.ofSeconds(90));
        var hold = stop(engine);
        engine.clock.advance(Duration.ofSeconds(60));
        release(engine, hold);

        engine.ticks(3);

        assertThat(engine.network.sends).isZero();
        assertThat(state(engine, post)).isEqualTo(TargetState.HELD);
    }

    @Test
    void an_automatic_answer_that_comes_too_late_is_missed_and_told() {
        var engine = new Engine();
        var post = automatic(engine, "Merci !");
        engine.clock.advance(Duration.ofHours(1));

        engine.ticks(2);

        assertThat(engine.network.sends).isZero();
        assertThat(state(engine, post)).isEqualTo(TargetState.MISSED);
        assertThat(engine.told).extracting(Event::type).containsExactly(Event.Type.POST_MISSED);
    }

    @Test
    void what_somebody_who_may_types_during_a_stop_goes_out_and_the_trail_tells_who_under_which_and_what() {
        var engine = new Engine();
        var workspace = stop(engine);
        var brand = stop(engine, Hold.Scope.BRAND, engine.brand.value());

        var post = typedDuringStops(engine, "Nous regardons");
        engine.tick();

        assertThat(state(engine, post)).isEqualTo(TargetState.PUBLISHED);
        assertThat(engine.network.posted.getFirst().at()).isEqualTo(Engine.DUE);
        var told = trail(engine, "post.answered_during_stop").getFirst();
        assertThat(told.facts()).containsEntry("by", "lea");
        assertThat(told.facts().get("hold").split(" ")).containsExactlyInAnyOrder(workspace.name(), brand.name());
        assertThat(trail(engine, "answer.allowed")).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.actor()).isEqualTo("lea");
            assertThat(entry.facts())
                    .containsEntry("permission", "crisis.answer")
                    .containsEntry("seal", told.facts().get("seal"));
        });
    }

    @Test
    void what_somebody_else_types_during_a_stop_is_held() {
        var engine = new Engine();
        stop(engine);
        var post = typed(engine, "Nous regardons");

        engine.ticks(2);

        assertThat(engine.network.sends).isZero();
        assertThat(state(engine, post)).isEqualTo(TargetState.HELD);
        assertThat(trail(engine, "post.answered_during_stop")).isEmpty();
    }

    @Test
    void a_later_stop_holds_what_was_typed_under_the_first() {
        for (var other : List.of(Hold.Scope.BRAND, Hold.Scope.NETWORK)) {
            var engine = new Engine();
            stop(engine);
            var post = typedDuringStops(engine, "Nous regardons");
            stop(engine, other, other == Hold.Scope.BRAND ? engine.brand.value() : Fixtures.SANDBOX.value());

            engine.ticks(2);

            assertThat(engine.network.sends).isZero();
            assertThat(state(engine, post)).isEqualTo(TargetState.HELD);
        }
    }

    @Test
    void a_stop_that_is_lifted_and_put_again_is_another_one() {
        var engine = new Engine();
        var first = stop(engine);
        var post = typedDuringStops(engine, "Nous regardons");
        engine.clock.advance(Duration.ofSeconds(5));
        release(engine, first);
        engine.clock.advance(Duration.ofSeconds(5));
        stop(engine);

        engine.ticks(2);

        assertThat(state(engine, post)).isEqualTo(TargetState.HELD);
    }

    @Test
    void what_was_due_under_the_stop_that_it_may_pass_goes_out_also_once_that_is_lifted() {
        var engine = new Engine();
        var first = stop(engine);
        var post = typedDuringStops(engine, "Nous regardons");
        var other = automatic(engine, "Merci !");
        engine.clock.advance(Duration.ofSeconds(130));
        release(engine, first);

        engine.ticks(2);

        assertThat(state(engine, post)).isEqualTo(TargetState.PUBLISHED);
        assertThat(state(engine, other)).isEqualTo(TargetState.HELD);
    }

    /** The two stops are remembered as one: what might have been due under either is asked about. */
    @Test
    void what_was_typed_under_the_first_of_two_stops_waits_once_the_second_is_lifted_too() {
        var engine = new Engine();
        var first = stop(engine);
        var post = typedDuringStops(engine, "Nous regardons");
        engine.clock.advance(Duration.ofSeconds(5));
        release(engine, first);
        var second = stop(engine);
        engine.clock.advance(Duration.ofSeconds(120));
        release(engine, second);

        engine.ticks(2);

        assertThat(state(engine, post)).isEqualTo(TargetState.HELD);
    }

    @Test
    void an_edit_that_nobody_allows_again_is_held() {
        var engine = new Engine();
        stop(engine);
        var whole = answers(engine).duringStops(planned(engine, "Nous regardons"), "lea");
        var post = kept(engine, whole);
        var edited = answers(engine).planned(order(engine, post, "lea", text("Nous ne savons pas")));

        assertThat(engine.stores.posts().change(edited.post(), edited.targets()))
                .isInstanceOf(Change.Done.class);
        engine.ticks(2);

        assertThat(engine.network.sends).isZero();
        assertThat(state(engine, post)).isEqualTo(TargetState.HELD);
    }

    @Test
    void a_worker_that_dies_after_the_trail_was_written_is_told_of_once_and_the_answer_is_there_once() {
        for (var act : List.of(Act.DIE_BEFORE, Act.DIE_AFTER, Act.CUT_AFTER, Act.CUT_BEFORE)) {
            var engine = new Engine(act);
            stop(engine);
            var post = typedDuringStops(engine, "Nous regardons");

            engine.ticks(UNTIL_SURE);

            assertThat(engine.network.posted).as(act.name()).hasSize(1);
            assertThat(state(engine, post)).as(act.name()).isEqualTo(TargetState.PUBLISHED);
            assertThat(trail(engine, "post.answered_during_stop"))
                    .as(act.name())
                    .hasSize(1);
        }
    }

    @Test
    void what_passes_a_stop_and_comes_too_late_is_missed_and_not_held() {
        var engine = new Engine();
        stop(engine);
        var post = typedDuringStops(engine, "Nous regardons");
        engine.clock.advance(Duration.ofHours(1));

        engine.tick();

        assertThat(state(engine, post)).isEqualTo(TargetState.MISSED);
    }

    /** Before the last look of the first, before that of the second, and so on: none slips through. */
    @Test
    void a_stop_between_any_two_answers_holds_those_that_follow() {
        for (var looks = 0; looks < 3; looks++) {
            var stopping = new StopsAtLook(looks);
            var engine = new Engine(Safety.RECONCILE, stopping);
            stopping.engine = Optional.of(engine);
            for (var minute = 0; minute < 3; minute++) {
                var at = Engine.DUE.plusSeconds(60L * minute);
                var order = order(engine, new PostId("a" + minute), Answers.by(RULE), text("Merci " + minute));
                kept(engine, answers(engine).planned(at(order, at)));
            }

            engine.ticks(6);

            assertThat(engine.network.posted).hasSize(looks);
        }
    }

    private static Answers.Order at(Answers.Order order, Instant at) {
        return new Answers.Order(
                order.post(),
                order.interaction(),
                order.brand(),
                order.channel(),
                order.content(),
                Optional.of(at),
                order.by());
    }

    /** Puts a stop just before the look that comes after so many. */
    private static final class StopsAtLook implements Engine.Faults {
        private final int after;
        private int looks;
        private Optional<Engine> engine = Optional.empty();

        StopsAtLook(int after) {
            this.after = after;
        }

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
            public synchronized Stops stops(WorkspaceId workspace) {
                if (looks++ == after) {
                    engine.ifPresent(AnswersTest::stop);
                }
                return real.stops(workspace);
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

    @Test
    void an_answer_that_was_lost_is_not_taken_for_a_post_of_the_same_text_nor_a_post_for_it() {
        for (var lost : List.of(true, false)) {
            var engine = new Engine(lost ? Act.TAKE : Act.LOST, lost ? Act.LOST : Act.TAKE);
            var post = engine.schedule("Merci !");
            var answer = automatic(engine, "Merci !");

            engine.ticks(UNTIL_SURE);

            assertThat(engine.network.posted).extracting(Posted::text).containsExactly("Merci !", "Merci !");
            assertThat(state(engine, post)).isEqualTo(TargetState.PUBLISHED);
            assertThat(state(engine, answer)).isEqualTo(TargetState.PUBLISHED);
            assertThat(engine.now(post).publication())
                    .isNotEqualTo(engine.now(answer).publication());
        }
    }
}
