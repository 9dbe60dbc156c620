package dev.parvis.functions.publish;

import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.parvis.domain.audit.AuditEntry;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.networks.Publishes.Safety;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Content.Kind;
import dev.parvis.domain.posts.Content.Part;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.Sighting;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.functions.publish.ScriptedNetwork.Act;
import dev.parvis.functions.publish.ScriptedNetwork.Posted;

import static org.assertj.core.api.Assertions.assertThat;

/** A thread and its comment: each part once, in order, resumed at the one that is missing. */
class PartsTest {
    private static final int UNTIL_SURE = 14;

    private static Content thread(String... texts) {
        var parts = new ArrayList<Part>();
        for (var text : List.of(texts).subList(1, texts.length)) {
            var kind = text.startsWith("//") ? Kind.COMMENT : Kind.THREAD;
            parts.add(new Part(kind, text, Optional.empty(), List.of()));
        }
        return new Content(
                texts[0], Optional.empty(), List.of(), "fr", Optional.empty(), Optional.empty(), parts, Map.of());
    }

    private static List<String> texts(Engine engine) {
        return engine.network.posted.stream().map(Posted::text).toList();
    }

    private static Engine engine(Safety safety, Act... acts) {
        return new Engine(safety, Engine.Faults.NONE, acts);
    }

    @Test
    void parts_go_out_in_order_each_under_its_own_key_and_the_comment_answers_the_first() {
        var engine = engine(Safety.RECONCILE);
        var post = engine.schedule(thread("Un", "Deux", "Trois", "// lien"));

        engine.tick();

        assertThat(texts(engine)).containsExactly("Un", "Deux", "Trois", "// lien");
        var target = engine.now(post);
        var key = target.clientKey();
        assertThat(engine.network.posted)
                .extracting(Posted::key)
                .containsExactly(key, key + ".1", key + ".2", key + ".3");
        assertThat(engine.network.parents)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        key + ".1", "native-" + key,
                        key + ".2", "native-" + key + ".1",
                        key + ".3", "native-" + key));
        assertThat(target.state()).isEqualTo(TargetState.PUBLISHED);
        assertThat(target.out()).hasSize(4);
        assertThat(target.publication().orElseThrow().nativeId()).isEqualTo("native-" + key);
        assertThat(engine.told).singleElement().satisfies(event -> assertThat(event.type())
                .isEqualTo(Event.Type.POST_PUBLISHED));
        assertThat(actions(engine))
                .containsExactlyInAnyOrder(
                        "post.part_published", "post.part_published", "post.part_published", "post.published");
    }

    private static List<String> actions(Engine engine) {
        return engine
                .stores
                .audit()
                .list(engine.workspace, YearMonth.of(2026, 11), PageRequest.first(50))
                .items()
                .stream()
                .map(AuditEntry::action)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Safety.class)
    void a_part_whose_answer_was_lost_is_not_posted_twice_and_the_rest_follows(Safety safety) {
        for (var act : List.of(Act.CUT_AFTER, Act.LOST)) {
            var engine = engine(safety, Act.TAKE, act);
            var post = engine.schedule(thread("Un", "Deux", "Trois"));

            engine.ticks(UNTIL_SURE);

            assertThat(texts(engine)).as("%s %s", safety, act).containsExactly("Un", "Deux", "Trois");
            assertThat(engine.now(post).state()).isEqualTo(TargetState.PUBLISHED);
        }
    }

    @ParameterizedTest
    @EnumSource(Safety.class)
    void a_worker_that_dies_at_a_part_leaves_it_to_the_next_one(Safety safety) {
        for (var act : List.of(Act.DIE_BEFORE, Act.DIE_AFTER)) {
            var engine = engine(safety, Act.TAKE, act);
            var post = engine.schedule(thread("Un", "Deux", "Trois"));

            engine.ticks(UNTIL_SURE);

            assertThat(texts(engine)).as("%s %s", safety, act).containsExactly("Un", "Deux", "Trois");
            assertThat(engine.now(post).out()).hasSize(3);
        }
    }

    @Test
    void two_parts_of_one_text_are_told_apart() {
        var engine = engine(Safety.RECONCILE, Act.TAKE, Act.TAKE, Act.LOST);
        var post = engine.schedule(thread("Un", "Suite", "Suite"));

        engine.ticks(UNTIL_SURE);

        assertThat(texts(engine)).containsExactly("Un", "Suite", "Suite");
        assertThat(engine.now(post).state()).isEqualTo(TargetState.PUBLISHED);
    }

    @Test
    void a_network_that_refuses_a_second_text_names_the_earlier_part_which_is_not_taken_for_the_later() {
        for (var act : List.of(Act.LOST, Act.DIE_BEFORE)) {
            var engine = engine(Safety.REFUSAL_NAMES_TWIN, Act.TAKE, Act.TAKE, act);
            var post = engine.schedule(thread("Un", "Suite", "Suite"));

            engine.ticks(UNTIL_SURE);

            assertThat(engine.now(post).state()).as("%s", act).isEqualTo(TargetState.FAILED);
            assertThat(engine.now(post).out()).hasSize(2).doesNotHaveDuplicates();
        }
    }

    @Test
    void a_refused_part_leaves_what_is_out_and_the_rest_can_be_wanted_again() {
        var engine = engine(Safety.RECONCILE, Act.TAKE, Act.REFUSE);
        var post = engine.schedule(thread("Un", "Deux", "Trois"));
        engine.tick();
        var half = engine.now(post);

        var version = engine.stores
                .posts()
                .find(engine.workspace, post)
                .orElseThrow()
                .post()
                .version();
        engine.clock.advance(Duration.ofHours(3));
        engine.stores
                .posts()
                .settle(engine.workspace, post, engine.channel, version, new Sighting.Rest(engine.clock.instant()));
        engine.tick();

        assertThat(half.state()).isEqualTo(TargetState.FAILED);
        assertThat(half.out()).hasSize(1);
        assertThat(texts(engine)).containsExactly("Un", "Deux", "Trois");
        assertThat(engine.now(post).state()).isEqualTo(TargetState.PUBLISHED);
        assertThat(engine.told)
                .extracting(Event::type)
                .containsExactly(Event.Type.POST_FAILED, Event.Type.POST_PUBLISHED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Safety.class,
            names = {"CLIENT_KEY", "TWO_PHASES", "RECONCILE"})
    void a_comment_that_was_refused_and_stands_there_all_the_same_is_found(Safety safety) {
        var engine = engine(safety, Act.TAKE, Act.REFUSE_AND_TAKE);
        var post = engine.schedule(thread("Un", "// lien"));

        engine.ticks(UNTIL_SURE);

        assertThat(texts(engine)).containsExactly("Un", "// lien");
        assertThat(engine.now(post).state()).isEqualTo(TargetState.PUBLISHED);
    }

    @Test
    void a_comment_that_was_refused_and_is_not_there_has_failed_and_is_not_sent_again() {
        var engine = engine(Safety.RECONCILE, Act.TAKE, Act.REFUSE);
        var post = engine.schedule(thread("Un", "// lien"));

        engine.ticks(UNTIL_SURE);

        assertThat(texts(engine)).containsExactly("Un");
        assertThat(engine.network.sends).isEqualTo(2);
        assertThat(engine.now(post).state()).isEqualTo(TargetState.FAILED);
        assertThat(engine.now(post).reason()).isEqualTo("too long");
    }

    @Test
    void only_what_the_network_says_otherwise_goes_out_there() {
        var engine = engine(Safety.RECONCILE);
        var own = new Content.Variant(Optional.of("Court"), Optional.empty(), Optional.of(List.of()));
        var whole = thread("Long", "Deux");
        PostId post = engine.schedule(new Content(
                whole.text(),
                whole.link(),
                whole.images(),
                whole.language(),
                whole.video(),
                whole.poll(),
                whole.parts(),
                Map.of(dev.parvis.domain.Fixtures.SANDBOX, own)));

        engine.tick();

        assertThat(texts(engine)).containsExactly("Court");
        assertThat(engine.now(post).out()).isEmpty();
    }
}
