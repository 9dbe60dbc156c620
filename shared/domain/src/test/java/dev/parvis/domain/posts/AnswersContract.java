package dev.parvis.domain.posts;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.items.ItemKind;
import dev.parvis.domain.stored.PageRequest;

import static dev.parvis.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What every store of posts holds of those that answer somebody. */
public abstract class AnswersContract extends PostRows {
    private static final YearMonth MONTH = YearMonth.from(NOON.atZone(ZoneOffset.UTC));
    private static final PageRequest ALL = new PageRequest(PageRequest.MOST, Optional.empty());
    private static final Answered ITEM = new Answered(
            "0123456789abcdef0123456789abcdef", ItemKind.REPLY, "42", "https://a.example/42", "alice@a.example");

    private final Passes passes =
            new Passes("lea", Map.of(Hold.Scope.BRAND, NOON.minusSeconds(9), Hold.Scope.WORKSPACE, NOON));

    private static Post answering(Post post, Optional<Answered> item) {
        return post.with(post.content().answering(item));
    }

    private PostWithTargets answered() {
        var post = answering(Fixtures.post(workspace, brand, NOON), Optional.of(ITEM));
        return done(posts().create(post, List.of(Fixtures.target(post, here).passing(passes))));
    }

    @Test
    void an_answer_is_found_with_what_it_answers_and_under_which_stops_it_may_go_out() {
        var made = answered();

        assertThat(posts().find(workspace, made.post().id())).contains(made);
        assertThat(made.post().content().answers()).contains(ITEM);
        assertThat(made.targets().getFirst().passes()).isEqualTo(passes);
        assertThat(posts().content(workspace, made.post().id(), 1))
                .contains(made.post().content());
        assertThat(claims())
                .singleElement()
                .satisfies(claim -> assertThat(claim.work().passes()).isEqualTo(passes));
    }

    @Test
    void what_a_worker_writes_leaves_the_passes_as_they_are() {
        answered();
        var claim = claimHere();

        stores.agenda().finish(claim, sending(claim.work()), Next.at(NOON));

        assertThat(stores.agenda().claim(Kind.TARGET, NOON, 1).claims())
                .singleElement()
                .satisfies(again -> assertThat(again.work()).isEqualTo(sending(claim.work())));
    }

    @Test
    void an_answer_stands_on_no_calendar_and_at_no_place_of_its_channel() {
        var post = created(NOON).post();
        var answer = answered().post();

        assertThat(posts().calendar(workspace, brand, MONTH, ALL).items()).containsExactly(post);
        assertThat(posts().answers(workspace, brand, MONTH, ALL).items()).containsExactly(answer);
        assertThat(posts().answers(workspace, Fixtures.brandId(), MONTH, ALL).items())
                .isEmpty();
        assertThat(stores.slots().taken(workspace, here, NOON.minusSeconds(1), NOON.plusSeconds(1)).stream()
                        .flatMap(taken -> taken.posts().stream()))
                .containsExactly(post.id());
    }

    @Test
    void an_edit_voids_the_passes_unless_they_are_given_again() {
        var made = answered();
        var again = Fixtures.target(made.post(), here);

        var edited = done(posts().change(made.post().with(made.post().content().saying("autre")), List.of(again)));
        assertThat(edited.targets().getFirst().passes()).isEqualTo(Passes.NONE);
        assertThat(edited.post().revision()).isEqualTo(2);

        var given = done(posts().change(edited.post(), List.of(again.passing(passes))));
        assertThat(given.targets().getFirst().passes()).isEqualTo(passes);
    }

    @Test
    void an_edit_changes_nothing_of_what_is_answered() {
        var made = answered();
        var target = List.of(Fixtures.target(made.post(), here));
        var other = new Answered(ITEM.interaction(), ITEM.kind(), "43", "", "");
        var post = created(NOON);

        refused(posts().change(answering(made.post(), Optional.empty()), target));
        refused(posts().change(answering(made.post(), Optional.of(other)), target));
        refused(posts().change(
                        answering(post.post(), Optional.of(ITEM)),
                        post.targets().subList(0, 1)));

        assertThat(posts().find(workspace, made.post().id())).contains(made);
        assertThat(posts().find(workspace, post.post().id())).contains(post);
    }

    @Test
    void an_answer_of_two_channels_is_a_fault_of_ours() {
        var post = answering(Fixtures.post(workspace, brand, NOON), Optional.of(ITEM));
        var two = List.of(Fixtures.target(post, here), Fixtures.target(post, there));

        assertThatThrownBy(() -> posts().create(post, two)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_answer_that_a_stop_has_held_is_asked_about_and_passes_nothing_any_more() {
        var made = answered();
        var claim = claimHere();
        stores.agenda().finish(claim, claim.work().without(TargetState.HELD, "un"), Next.never());

        assertThat(posts().suspended(workspace, brand, ALL).items())
                .singleElement()
                .satisfies(held -> assertThat(held.post()).isEqualTo(made.post().id()));
        var resumed =
                done(posts().resume(workspace, made.post().id(), here, 1, new Resumption.At(NOON.plusSeconds(60))));

        assertThat(resumed.targets().getFirst().passes()).isEqualTo(Passes.NONE);
        assertThat(resumed.post().content().answers()).contains(ITEM);
        assertThat(posts().answers(workspace, brand, MONTH, ALL).items()).containsExactly(resumed.post());
    }
}
