package dev.parvis.functions.api;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.answers.Answers.Order;
import dev.parvis.domain.items.Handling;
import dev.parvis.domain.items.Interaction;
import dev.parvis.domain.posts.Attempt;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Publication;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** A decision takes back what a rule replied, as long as it is not being sent; never what a person typed. */
class WithdrawnTest {
    private static final String INTERACTION = "dd31fece668bf45fc28580c9543d22eb";
    private static final PostId REPLY = new PostId("auto-" + INTERACTION);

    private final Desk desk = Desk.settled();

    WithdrawnTest() {
        desk.calm();
    }

    private Interaction stored() {
        return desk.stores.items().interaction(Sample.WORKSPACE, INTERACTION).orElseThrow();
    }

    /** A rule has replied to it, and the reply is due at once. */
    private void replied() {
        var answers = new dev.parvis.domain.answers.Answers(
                desk.stores.posts(), desk.stores.holds(), desk.stores.audit(), desk.clock);
        var order = new Order(
                REPLY,
                stored(),
                desk.stores.brands().find(Sample.WORKSPACE, Sample.BRAND).orElseThrow(),
                desk.stores.channels().find(Sample.WORKSPACE, Sample.CHANNEL).orElseThrow(),
                new Content("9 h - 18 h", Optional.empty(), List.of(), ""),
                Optional.empty(),
                "rule/01KAJ5S0B4F9K2D7G5H8J1M3N6");
        desk.stores.items().decide(stored().answering(REPLY.value(), desk.clock.instant(), "Horaires"));
        answers.keep(answers.planned(order));
    }

    private PostWithTargets reply() {
        return desk.stores.posts().find(Sample.WORKSPACE, REPLY).orElseThrow();
    }

    private TargetState state() {
        return reply().targets().getFirst().state();
    }

    private void becomes(TargetState state) {
        desk.stores
                .agenda()
                .claim(Kind.TARGET, desk.clock.instant(), 5)
                .claims()
                .forEach(claim -> desk.stores.agenda().finish(claim, now(claim.work(), state), Next.never()));
    }

    private Target now(Target target, TargetState state) {
        var at = desk.clock.instant();
        var sending = target.sending(new Attempt(target.clientKey(), "", at, at, at.plusSeconds(200), ""));
        return switch (state) {
            case SENDING -> sending;
            case UNCERTAIN -> sending.uncertain("no answer");
            case PUBLISHED -> sending.published(new Publication("s-1", "https://sandbox.example/s-1", at, false));
            case DRAFT, APPROVAL, SCHEDULED, PREPARED, FAILED, RETRY_AT, MISSED, HELD, CANCELLED ->
                target.without(state, "not wanted there");
        };
    }

    private Response decide(String action) {
        return desk.as(Sample.WRITER)
                .with("If-Match", "\"" + stored().version() + "\"")
                .post(Desk.path("/inbox/" + INTERACTION + "/decision"), Json.obj("action", action));
    }

    private List<String> history(PostId post, String language) {
        return Answers.ok(desk.as(Sample.READER).get(Desk.path("/posts/" + post + "/history")), 200)
                .at("items")
                .items()
                .stream()
                .map(entry -> entry.at("said").at(language).textOr(""))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hide", "close", "allow", "queue"})
    void whatever_is_decided_the_reply_is_cancelled_and_the_answer_and_the_history_say_so(String action) {
        replied();

        var decided = Answers.ok(decide(action), 200);

        assertThat(state()).isEqualTo(TargetState.CANCELLED);
        assertThat(decided.at("answers", 0).at("state").textOr("")).isEqualTo("not_out");
        assertThat(decided.at("answers", 0).at("target").textOr("")).isEqualTo("cancelled");
        assertThat(history(REPLY, "en")).containsOnlyOnce("Cancelled, because what it answered was decided otherwise");
        assertThat(history(REPLY, "fr"))
                .containsOnlyOnce("Annulée, car ce à quoi elle répondait a été traité autrement");
        assertThat(desk.stores
                        .agenda()
                        .claim(Kind.TARGET, desk.clock.instant(), 5)
                        .claims())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"HELD", "PREPARED", "RETRY_AT"})
    void wherever_it_waits(TargetState waiting) {
        replied();
        becomes(waiting);

        Answers.ok(decide("hide"), 200);

        assertThat(state()).isEqualTo(TargetState.CANCELLED);
    }

    @ParameterizedTest
    @EnumSource(names = {"SENDING", "UNCERTAIN", "PUBLISHED"})
    void what_is_being_sent_or_out_or_may_be_stays_and_the_answer_and_the_history_say_so(TargetState sent) {
        replied();
        becomes(sent);

        var decided = Answers.ok(decide("hide"), 200);

        assertThat(state()).isEqualTo(sent);
        assertThat(stored().handling()).isEqualTo(Handling.HIDDEN);
        assertThat(decided.at("answers", 0).at("target").textOr("")).isEqualToIgnoringCase(sent.name());
        assertThat(history(REPLY, "en"))
                .containsOnlyOnce("Too late to cancel it, though what it answers was decided otherwise");
        assertThat(history(REPLY, "fr"))
                .containsOnlyOnce("Trop tard pour l’annuler, bien que ce à quoi elle répond ait été traité autrement");
    }

    @ParameterizedTest
    @EnumSource(names = {"FAILED", "MISSED"})
    void what_waits_for_nobody_but_a_person_is_left_alone(TargetState ended) {
        replied();
        becomes(ended);

        Answers.ok(decide("close"), 200);

        assertThat(state()).isEqualTo(ended);
    }

    @Test
    void what_a_person_typed_goes_out_all_the_same() {
        var typed = Answers.ok(
                        desk.as(Sample.WRITER)
                                .post(
                                        Desk.path("/inbox/" + INTERACTION + "/answers"),
                                        Json.obj("text", "Merci de ne plus écrire ici.")),
                        201)
                .at("id")
                .textOr("");

        Answers.ok(decide("hide"), 200);

        assertThat(desk.stores
                        .posts()
                        .find(Sample.WORKSPACE, new PostId(typed))
                        .orElseThrow()
                        .targets()
                        .getFirst()
                        .state())
                .isEqualTo(TargetState.SCHEDULED);
    }

    @Test
    void what_a_person_made_of_a_reply_is_typed() {
        replied();
        Answers.ok(
                desk.as(Sample.WRITER)
                        .with("if-match", "\"1\"")
                        .patch(Desk.path("/posts/" + REPLY), Json.obj("text", "Nous fermons à 18 h, Léa.")),
                200);

        Answers.ok(decide("hide"), 200);

        assertThat(state()).isEqualTo(TargetState.SCHEDULED);
    }

    @Test
    void what_a_person_let_go_after_a_stop_is_the_rules_word_still() {
        replied();
        becomes(TargetState.HELD);
        var decision =
                Json.obj("post", REPLY.value(), "channel", Sample.CHANNEL.value(), "revision", 1, "action", "publish");
        Answers.ok(
                desk.as(Sample.WRITER)
                        .post(Desk.path("/holds/suspended/decisions"), Json.obj("decisions", List.of(decision))),
                200);
        assertThat(reply().post().revision()).isEqualTo(2);

        Answers.ok(decide("hide"), 200);

        assertThat(state()).isEqualTo(TargetState.CANCELLED);
    }

    @Test
    void what_the_network_refuses_to_do_takes_no_reply_back() {
        replied();

        Answers.refused(decide("delete"), Problem.Code.NETWORK_REFUSED);

        assertThat(state()).isEqualTo(TargetState.SCHEDULED);
        assertThat(stored().handling()).isEqualTo(Handling.ANSWERED);
    }
}
