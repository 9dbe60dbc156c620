package dev.parvis.functions.moderate;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.parvis.domain.Breaking;
import dev.parvis.domain.audit.AuditEntry;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.items.Handling;
import dev.parvis.domain.moderation.Action;
import dev.parvis.domain.moderation.Condition;
import dev.parvis.domain.networks.Moderates.Moderation;
import dev.parvis.domain.posts.Hold;

import static org.assertj.core.api.Assertions.assertThat;

/** The first rule that holds decides; what the network cannot do is a person's; every decision is written down. */
class ModerateDueTest {
    private final Court court = new Court();

    @Test
    void what_no_rule_holds_for_stands_and_is_written_down() {
        var id = court.said("Belle vitrine");

        var summary = court.run();

        assertThat(summary.interactions()).isEqualTo(1);
        assertThat(court.now(id).handling()).isEqualTo(Handling.ALLOWED);
        assertThat(court.trail()).extracting(AuditEntry::action).containsExactly("interaction.allowed");
        assertThat(court.told).as("nobody is told of what stands").isEmpty();
    }

    /** An action that is added is asked here whether it says something in the brand's name: replying does, see RepliesTest. */
    @Test
    void hiding_and_deleting_go_on_while_a_stop_stands() {
        assertThat(Action.values())
                .containsExactly(Action.ALLOW, Action.QUEUE, Action.HIDE, Action.DELETE, Action.REPLY);
        court.stores
                .holds()
                .put(court.workspace, new Hold(Hold.Scope.WORKSPACE, "", "crise", "lea", court.clock.instant()));
        court.rule(1, Court.words("arnaque"), Action.HIDE);
        var id = court.said("ARNAQUE !!");

        court.run();

        assertThat(court.now(id).handling()).isEqualTo(Handling.HIDDEN);
    }

    @Test
    void words_are_found_whole_whatever_the_case_and_the_accents() {
        court.rule(1, Court.words("arnaque"), Action.QUEUE);
        var shouted = court.said("ARNAQUE !!");
        var inside = court.said("une arnaquette");

        court.run();

        assertThat(court.now(shouted).handling()).isEqualTo(Handling.QUEUED);
        assertThat(court.now(inside).handling()).isEqualTo(Handling.ALLOWED);
    }

    @Test
    void links_are_seen_with_and_without_a_scheme() {
        court.rule(1, new Condition(List.of(), true, List.of()), Action.QUEUE);
        var full = court.said("voyez https://spam.example");
        var bare = court.said("voyez spam.example/offre");
        var none = court.said("voir demain. Peut-être");

        court.run();

        assertThat(court.now(full).handling()).isEqualTo(Handling.QUEUED);
        assertThat(court.now(bare).handling()).isEqualTo(Handling.QUEUED);
        assertThat(court.now(none).handling()).isEqualTo(Handling.ALLOWED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@Camille.Example", "camille.example", "did:plc:camille"})
    void an_author_is_known_by_handle_or_id(String author) {
        court.rule(1, new Condition(List.of(), false, List.of(author)), Action.QUEUE);
        var id = court.said("Bonjour");

        court.run();

        assertThat(court.now(id).handling()).isEqualTo(Handling.QUEUED);
    }

    @Test
    void every_part_of_a_condition_must_hold() {
        court.rule(1, new Condition(List.of("promo"), true, List.of("camille.example")), Action.QUEUE);
        var both = court.said("promo https://spam.example");
        var one = court.said("promo demain");

        court.run();

        assertThat(court.now(both).handling()).isEqualTo(Handling.QUEUED);
        assertThat(court.now(one).handling()).isEqualTo(Handling.ALLOWED);
    }

    @Test
    void the_first_rule_in_order_decides_and_a_disabled_or_foreign_one_never() {
        var allow = court.rule(1, Court.words("merci"), Action.ALLOW);
        court.rule(2, Court.words("arnaque"), Action.HIDE);
        var id = court.said("merci, ce n’est pas une arnaque");

        court.run();

        assertThat(court.now(id).handling()).isEqualTo(Handling.ALLOWED);
        assertThat(court.now(id).reason()).isEqualTo("rule 1");
        assertThat(court.square.hidden).isEmpty();
        assertThat(court.trail().getFirst().why()).isEqualTo(allow.id().value());
    }

    @Test
    void hiding_is_done_on_the_network_then_kept_then_told() {
        court.rule(1, Court.words("arnaque"), Action.HIDE);
        var id = court.said("arnaque");

        court.run();

        assertThat(court.square.hidden).containsExactly("n-1");
        assertThat(court.now(id).handling()).isEqualTo(Handling.HIDDEN);
        assertThat(court.told).extracting(Event::type).containsExactly(Event.Type.INTERACTION_MODERATED);
        assertThat(court.told.getFirst().detail())
                .containsEntry("handling", "hidden")
                .doesNotContainValue("arnaque");
        assertThat(court.logged()).contains("interaction.moderated").doesNotContain("arnaque");
    }

    @Test
    void what_the_network_does_not_offer_or_refuses_goes_to_a_person_with_the_reason() {
        court.rule(1, Court.words("supprime"), Action.DELETE);
        court.rule(2, Court.words("cache"), Action.HIDE);
        court.square.script.add(new Moderation.NotPossible("it is not on our post"));
        var delete = court.said("supprime");
        var hide = court.said("cache");

        court.run();

        assertThat(court.now(delete).handling()).isEqualTo(Handling.QUEUED);
        assertThat(court.now(delete).reason()).contains("rule 1").contains("does not let us delete");
        assertThat(court.now(hide).handling()).isEqualTo(Handling.QUEUED);
        assertThat(court.now(hide).reason()).isEqualTo("rule 2: it is not on our post");
    }

    @Test
    void on_a_disconnected_channel_it_goes_to_a_person() {
        court.rule(1, Court.words("cache"), Action.HIDE);
        var there = court.stores.channels().find(court.workspace, court.channel).orElseThrow();
        court.stores.channels().change(there.disconnected("revoked"));
        var id = court.said("cache");

        court.run();

        assertThat(court.now(id).handling()).isEqualTo(Handling.QUEUED);
        assertThat(court.now(id).reason()).contains("disconnected");
        assertThat(court.square.hidden).isEmpty();
    }

    @Test
    void a_network_that_is_down_is_asked_again_after_waits_that_double_and_after_a_day_a_person_is() {
        court.rule(1, Court.words("cache"), Action.HIDE);
        var id = court.said("cache");
        var asked = 0;

        for (var minute = 0; minute <= 30 * 60 && court.now(id).handling() == Handling.NEW; minute++) {
            court.square.script.clear();
            court.square.script.add(new Moderation.Later("503"));
            asked += court.run().interactions();
            court.clock.advance(Duration.ofMinutes(1));
        }

        assertThat(court.now(id).handling()).isEqualTo(Handling.QUEUED);
        assertThat(court.now(id).reason()).isEqualTo("rule 1: 503");
        assertThat(asked).isBetween(8, 16);
        assertThat(court.trail()).hasSize(1);
    }

    @Test
    void what_was_down_for_a_while_is_hidden_in_the_end() {
        court.rule(1, Court.words("cache"), Action.HIDE);
        court.square.script.add(new Moderation.Later("503"));
        var id = court.said("cache");

        court.run();
        assertThat(court.now(id).handling()).isEqualTo(Handling.NEW);
        court.clock.advance(Duration.ofMinutes(1));
        court.run();

        assertThat(court.now(id).handling()).isEqualTo(Handling.HIDDEN);
    }

    @Test
    void waking_twice_decides_once() {
        court.rule(1, Court.words("cache"), Action.HIDE);
        court.said("cache");

        court.run();
        var again = court.run();

        assertThat(again.interactions()).isZero();
        assertThat(court.square.hidden).hasSize(1);
        assertThat(court.trail()).hasSize(1);
        assertThat(court.told).hasSize(1);
    }

    @Test
    void what_says_the_brands_words_is_a_mention_told_once_whoever_brought_it() {
        court.rule(1, Court.words("honteux"), Action.HIDE);
        var said = court.said("Boulangerie Lumière, c’est honteux");
        court.said("La boulangerie Lumière au cinéma");
        court.said("Rien à voir");

        court.run();
        court.run();

        assertThat(court.now(said).handling()).isEqualTo(Handling.HIDDEN);
        assertThat(court.mentions()).singleElement().satisfies(mention -> {
            assertThat(mention.id()).isEqualTo(said);
            assertThat(mention.matched()).containsExactly("boulangerie lumière");
        });
        assertThat(court.told)
                .filteredOn(event -> event.type() == Event.Type.MENTION_FOUND)
                .singleElement()
                .satisfies(event -> assertThat(event.detail())
                        .containsEntry("mention", said)
                        .containsEntry("brand", court.brand.value()));
    }

    @Test
    void an_interaction_that_has_to_wait_is_a_mention_already_and_only_once() {
        court.rule(1, Court.words("cache"), Action.HIDE);
        court.square.script.add(new Moderation.Later("503"));
        court.said("boulangerie lumière, cache");

        court.run();
        var early = court.mentions().size();
        court.clock.advance(Duration.ofMinutes(1));
        court.run();

        assertThat(early).isEqualTo(1);
        assertThat(court.told)
                .extracting(Event::type)
                .containsExactly(Event.Type.MENTION_FOUND, Event.Type.INTERACTION_MODERATED);
    }

    /** A person was faster: what the function wanted to write is refused. */
    @Test
    void a_persons_decision_stands() {
        court.rule(1, Court.words("file"), Action.QUEUE);
        var id = court.said("file");
        var now = court.now(id);
        var claim = court.stores
                .agenda()
                .claim(dev.parvis.domain.agenda.Kind.INTERACTION, court.clock.instant(), 1)
                .claims();
        court.stores.items().decide(now.handled(Handling.CLOSED, "vu"));

        court.clock.advance(Court.LEASE);
        court.run();

        assertThat(claim).hasSize(1);
        assertThat(court.now(id).handling()).isEqualTo(Handling.CLOSED);
    }

    @Test
    void one_that_fails_does_not_hold_up_the_others() {
        court.rule(1, Court.words("cache"), Action.HIDE);
        var ids = List.of(court.said("cache"), court.said("cache"), court.said("cache"));

        var first = court.run(new Breaking(4, false));
        court.clock.advance(Court.LEASE);
        court.run();

        assertThat(first.faults()).isEqualTo(1);
        assertThat(ids).allSatisfy(id -> assertThat(court.now(id).handling()).isEqualTo(Handling.HIDDEN));
    }

    /** Whichever call breaks: one outcome, one entry, one notice by its id. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whichever_call_breaks_the_next_look_ends_it(boolean afterwards) {
        var counting = new Breaking(0, false);
        hidden(new Court(), counting);
        for (var at = 2; at <= counting.calls(); at++) {
            var desk = new Court();
            var why = "call " + at + (afterwards ? " answered to nobody" : " not made");

            var id = hidden(desk, new Breaking(at, afterwards));
            desk.clock.advance(Court.LEASE);
            desk.run();

            assertThat(desk.now(id).handling()).as(why).isEqualTo(Handling.HIDDEN);
            assertThat(desk.trail()).as(why).hasSize(1);
            assertThat(desk.mentions()).as(why).hasSize(1);
            assertThat(desk.told.stream().map(Event::id).distinct()).as(why).hasSize(2);
        }
        assertThat(counting.calls()).isGreaterThanOrEqualTo(7);
    }

    private static String hidden(Court court, Breaking breaking) {
        court.rule(1, Court.words("cache"), Action.HIDE);
        var id = court.said("boulangerie lumière, cache");
        try {
            court.run(breaking);
        } catch (Breaking.Broken lookAgain) {
            assertThat(lookAgain).hasMessageStartingWith("Agenda.claim");
        }
        return id;
    }
}
