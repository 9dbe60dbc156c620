package dev.parvis.domain.items;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

/** What every store of items holds. */
public abstract class ItemsContract extends StoreContract {
    private final WorkspaceId workspace = Fixtures.workspaceId();
    private final BrandId brand = Fixtures.brandId();
    private final ChannelId channel = Fixtures.channelId();

    private Items items() {
        return stores.items();
    }

    private Interaction interaction(String nativeId, String text, int second) {
        return Fixtures.interaction(Fixtures.item(workspace, nativeId, text, NOON.plusSeconds(second)), brand, channel);
    }

    private Interaction kept(String nativeId, int second) {
        var interaction = interaction(nativeId, "Bonjour", second);
        assertThat(items().keep(interaction)).isTrue();
        return interaction;
    }

    private List<Claim<Interaction>> claims() {
        return stores.agenda().claim(Kind.INTERACTION, clock.instant(), 50).claims();
    }

    private List<Interaction> inbox(Handling handling) {
        return items().inbox(workspace, brand, handling, PageRequest.first(50)).items();
    }

    @Test
    void an_interaction_is_kept_once_and_waits_for_the_rules() {
        var interaction = kept("at://did/post/1#x", 0);

        assertThat(items().keep(interaction)).isFalse();

        assertThat(items().interaction(workspace, interaction.id())).contains(interaction);
        assertThat(inbox(Handling.NEW)).containsExactly(interaction);
        assertThat(claims()).extracting(Claim::work).containsExactly(interaction);
    }

    @Test
    void another_workspace_keeps_the_same_thing_for_itself() {
        var interaction = kept("n-1", 0);
        var other = Fixtures.workspaceId();
        var theirs = Fixtures.interaction(Fixtures.item(other, "n-1", "Bonjour", NOON), brand, channel);

        assertThat(items().interaction(other, interaction.id())).isEmpty();
        assertThat(items().inbox(other, brand, Handling.NEW, PageRequest.first(9))
                        .items())
                .isEmpty();
        assertThat(items().keep(theirs)).isTrue();
        missing(items().decide(
                        Fixtures.interaction(Fixtures.item(Fixtures.workspaceId(), "n-1", "x", NOON), brand, channel)
                                .handled(Handling.CLOSED, "")));
    }

    @Test
    void a_text_of_any_length_comes_back_whole() {
        var length = 1;
        while (length <= 20_000) {
            var interaction = interaction("n-" + length, "é".repeat(length), length);
            assertThat(items().keep(interaction)).isTrue();
            assertThat(items().interaction(workspace, interaction.id())).contains(interaction);
            length *= 3;
        }

        assertThat(inbox(Handling.NEW))
                .hasSize(10)
                .allMatch(each -> each.item().text().startsWith("é"));
        assertThat(inbox(Handling.NEW).getFirst().item().text()).hasSize(19_683);
    }

    @Test
    void an_item_addressed_to_nobody_is_no_interaction_until_it_is() {
        var interaction = interaction("n-1", "Bonjour", 0);

        assertThat(items().keep(interaction.item())).isTrue();
        assertThat(items().keep(interaction.item())).isFalse();
        assertThat(items().interaction(workspace, interaction.id())).isEmpty();
        assertThat(claims()).isEmpty();

        assertThat(items().keep(interaction)).isTrue();
        assertThat(items().keep(interaction.item())).isFalse();
        assertThat(items().interaction(workspace, interaction.id())).contains(interaction);
        assertThat(claims()).hasSize(1);
    }

    @Test
    void the_inbox_is_newest_first_in_pages() {
        var all = new ArrayList<>(
                IntStream.range(0, 7).mapToObj(i -> kept("n-" + i, i)).toList());

        var seen = new ArrayList<Interaction>();
        Page<Interaction> page = new Page<>(List.of(), Optional.empty());
        do {
            page = items().inbox(workspace, brand, Handling.NEW, new PageRequest(3, page.next()));
            seen.addAll(page.items());
        } while (page.next().isPresent());

        assertThat(seen).containsExactlyElementsOf(all.reversed());
    }

    @Test
    void a_rules_decision_moves_it_in_the_inbox_and_off_the_agenda() {
        var interaction = kept("n-1", 0);
        var claim = claims().getFirst();

        var queued = claim.work().handled(Handling.QUEUED, "gros mots");
        assertThat(stores.agenda().finish(claim, queued, Next.never())).isEqualTo(Written.DONE);

        assertThat(inbox(Handling.NEW)).isEmpty();
        assertThat(inbox(Handling.QUEUED)).containsExactly(queued);
        assertThat(items().interaction(workspace, interaction.id())).contains(queued);
    }

    @Test
    void a_long_text_survives_a_decision() {
        var interaction = interaction("n-1", "très long ".repeat(400), 0);
        items().keep(interaction);
        var claim = claims().getFirst();

        var hidden = claim.work().handled(Handling.HIDDEN, "une raison ".repeat(20));
        assertThat(stores.agenda().finish(claim, hidden, Next.never())).isEqualTo(Written.DONE);

        assertThat(inbox(Handling.HIDDEN)).containsExactly(hidden);
    }

    @Test
    void a_persons_decision_wins_over_the_worker_and_ends_the_waiting() {
        var interaction = kept("n-1", 0);
        var claim = claims().getFirst();

        var closed = done(items().decide(interaction.handled(Handling.CLOSED, "répondu")));

        assertThat(closed.version()).isEqualTo(2);
        assertThat(stores.agenda().finish(claim, claim.work().handled(Handling.HIDDEN, "x"), Next.never()))
                .isEqualTo(Written.FENCED_OFF);
        assertThat(inbox(Handling.CLOSED)).containsExactly(closed);
        clock.advance(LEASE.plusDays(1));
        assertThat(claims()).isEmpty();
    }

    @Test
    void a_decision_over_another_version_shows_what_is_there() {
        var interaction = kept("n-1", 0);
        var closed = done(items().decide(interaction.handled(Handling.CLOSED, "répondu")));

        assertThat(conflict(items().decide(interaction.handled(Handling.HIDDEN, ""))))
                .isEqualTo(closed);
    }

    @Test
    void an_answer_is_looked_after_and_what_became_of_it_is_kept() {
        var interaction = kept("n-1", 0);
        var answered = done(items().decide(interaction.answering("01KPOST1", NOON, "")));
        assertThat(inbox(Handling.NEW)).isEmpty();
        assertThat(inbox(Handling.ANSWERED)).containsExactly(answered);
        assertThat(claims()).isEmpty();
        clock.advance(Interaction.LOOKED_AFTER);
        var claim = claims().getFirst();
        assertThat(claim.work()).isEqualTo(answered);

        var known = answered.having(List.of(
                answered.answers().getFirst().with(new Answer.Fate.Out(NOON.plusSeconds(9))),
                Answer.begun("01KPOST2", NOON).with(new Answer.Fate.NotOut()),
                Answer.begun("01KPOST3", NOON)));
        assertThat(stores.agenda().finish(claim, known, Next.never())).isEqualTo(Written.DONE);

        assertThat(items().interaction(workspace, interaction.id())).contains(known);
        assertThat(known.answeredAt()).contains(NOON.plusSeconds(9));
    }

    @Test
    void who_decides_while_a_rule_answers_is_shown_its_answer() {
        var interaction = kept("n-1", 0);
        var claim = claims().getFirst();
        var begun = interaction.having(List.of(Answer.begun("auto-1", NOON)));
        assertThat(stores.agenda().progress(claim, begun)).isEqualTo(Written.DONE);

        var shown = conflict(items().decide(interaction.answering("01KPOST1", NOON, "")));

        assertThat(shown).isEqualTo(begun);
        assertThat(conflict(items().decide(interaction.handled(Handling.HIDDEN, ""))))
                .isEqualTo(begun);
        var both = done(items().decide(shown.answering("01KPOST1", NOON, "")));
        assertThat(both.answers()).extracting(Answer::post).containsExactly("auto-1", "01KPOST1");
        assertThat(stores.agenda().progress(claim, begun)).isEqualTo(Written.FENCED_OFF);
    }

    @Test
    void of_two_who_answer_at_once_one_is_shown_the_other() {
        var interaction = kept("n-1", 0);

        var first = done(items().decide(interaction.answering("01KPOST1", NOON, "")));

        assertThat(conflict(items().decide(interaction.answering("01KPOST2", NOON, ""))))
                .isEqualTo(first);
    }
}
