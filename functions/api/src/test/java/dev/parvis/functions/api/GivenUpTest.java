package dev.parvis.functions.api;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** What the workers gave up comes back by a person: to be done, to be looked for, or because the person has looked. */
class GivenUpTest {
    private static final String SIGHTING = "/posts/" + Sample.POST + "/targets/" + Sample.CHANNEL + "/sighting";

    private final Desk desk = Desk.settled();

    private Response retry(String kind, String id) {
        return desk.as(Sample.WRITER).post(Desk.path("/stuck/" + kind + "/" + id + "/retry"), Json.obj());
    }

    private Response sighting(Json said) {
        return desk.as(Sample.WRITER).with("If-Match", "\"1\"").post(Desk.path(SIGHTING), said);
    }

    private Target target() {
        return desk.stores
                .posts()
                .find(Sample.WORKSPACE, Sample.POST)
                .orElseThrow()
                .targets()
                .getFirst();
    }

    private List<Target> due() {
        return desk.stores.agenda().claim(Kind.TARGET, desk.clock.instant(), 10).claims().stream()
                .map(claim -> claim.work())
                .toList();
    }

    private String trail() {
        return Answers.ok(desk.as(Sample.READER).get(Desk.path("/audit?limit=100&month=2026-11")), 200)
                .toString();
    }

    @Test
    void what_was_set_aside_is_put_back_once_and_written_down() {
        desk.givenUp();
        desk.clock.set(Sample.DUE);
        var stuck =
                Answers.ok(desk.as(Sample.WRITER).get(Desk.path("/stuck")), 200).at("items", 0);
        var kind = stuck.at("kind").textOr("");
        var id = stuck.at("id").textOr("");

        assertThat(retry(kind, id).status()).isEqualTo(204);

        assertThat(due()).extracting(Target::state).containsExactly(TargetState.SCHEDULED);
        Answers.refused(retry(kind, id), Problem.Code.NOT_FOUND);
        assertThat(trail())
                .containsOnlyOnce("\"action\":\"stuck.retried\"")
                .contains("post/" + Sample.POST + "/" + Sample.CHANNEL, Sample.WRITER);
        assertThat(Answers.ok(desk.as(Sample.READER).get(Desk.path("/posts/" + Sample.POST)), 200)
                        .at("history", "items", 1, "said", "en")
                        .textOr(""))
                .isEqualTo("Parvis had given it up on Obliging sandbox helios; somebody has asked for it again");
        assertThat(Answers.ok(desk.as(Sample.WRITER).get(Desk.path("/stuck")), 200)
                        .at("items")
                        .items())
                .isEmpty();
    }

    @Test
    void a_target_given_up_while_it_was_sent_is_looked_for_never_sent() {
        desk.sending();
        desk.givenUp();
        desk.clock.set(Sample.DUE.plus(Duration.ofDays(1)));

        assertThat(retry("TARGET", target().id()).status()).isEqualTo(204);

        assertThat(due()).extracting(Target::state).containsExactly(TargetState.UNCERTAIN);
        assertThat(target().attempt()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"target", "NOTHING", "SOURCE", "DELIVERY"})
    void a_kind_or_an_id_that_names_nothing_set_aside_is_nothing(String kind) {
        desk.givenUp();

        Answers.refused(retry(kind, target().id()), Problem.Code.NOT_FOUND);
    }

    @Test
    void what_a_person_has_seen_is_published_written_down_and_left_to_the_publisher_to_be_told() {
        desk.doubted();

        var answer = Answers.ok(sighting(Json.obj("out", true, "url", Desk.SERVER + "/helios/p-31")), 200);

        assertThat(answer.at("targets", 0, "state").textOr("")).isEqualTo("published");
        assertThat(target().publication().orElseThrow().nativeId()).isEqualTo("p-31");
        assertThat(trail()).containsOnlyOnce("\"action\":\"post.said_out\"").contains(Sample.WRITER);
        assertThat(desk.told).isEmpty();
        assertThat(due()).containsExactly(target());
        Answers.refused(sighting(Json.obj("out", false)), Problem.Code.PRECONDITION_FAILED);
    }

    @Test
    void what_is_not_out_is_due_at_once_and_nobody_is_told() {
        desk.doubted();
        desk.clock.advance(Duration.ofDays(2));

        Answers.ok(sighting(Json.obj("out", false)), 200);

        assertThat(due()).extracting(Target::state).containsExactly(TargetState.RETRY_AT);
        assertThat(target().missedAt(desk.clock.instant())).isFalse();
        assertThat(desk.told).isEmpty();
        assertThat(trail()).containsOnlyOnce("\"action\":\"post.said_not_out\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://sandbox.example/others/p-31",
                "https://elsewhere.example/helios/p-31",
                "not an address",
                "mailto:helios@example.org"
            })
    void an_address_of_no_post_of_the_account_is_refused(String url) {
        desk.doubted();

        Answers.refused(sighting(Json.obj("out", true, "url", url)), Problem.Code.INVALID_FIELDS);

        assertThat(target().state()).isEqualTo(TargetState.UNCERTAIN);
        assertThat(desk.told).isEmpty();
    }

    @Test
    void an_address_goes_with_what_is_out_and_with_nothing_else() {
        desk.doubted();

        Answers.refused(sighting(Json.obj("out", true)), Problem.Code.INVALID_FIELDS);
        Answers.refused(
                sighting(Json.obj("out", false, "url", Desk.SERVER + "/helios/p-31")), Problem.Code.INVALID_FIELDS);
        Answers.refused(sighting(Json.obj()), Problem.Code.INVALID_FIELDS);
    }

    @Test
    void of_what_is_certain_or_being_sent_nothing_is_said() {
        Answers.refused(sighting(Json.obj("out", false)), Problem.Code.CONFLICT);

        desk.sending();

        Answers.refused(sighting(Json.obj("out", true, "url", Desk.SERVER + "/helios/p-31")), Problem.Code.CONFLICT);
        assertThat(desk.told).isEmpty();
        assertThat(trail()).doesNotContain("post.said");
    }

    @Test
    void while_the_call_may_be_under_way_nobody_can_know_that_it_is_not_out() {
        var claim = desk.sending();
        desk.stores.agenda().finish(claim, claim.work().uncertain("under way"), Next.at(Sample.DUE));

        Answers.refused(sighting(Json.obj("out", false)), Problem.Code.CONFLICT);
    }
}
