package dev.parvis.functions.api;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.audit.AuditEntry;
import dev.parvis.domain.brands.Approving.Policy;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.posts.Hold;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** The crisis stop through the API: put, lifted, what passes it, and what becomes of what it held. */
class CrisisTest {
    private static final Json WORKSPACE = Json.obj("scope", "workspace", "reason", "Deuil");
    private static final Json BRAND = Json.obj("scope", "brand", "id", Sample.BRAND.value());
    private static final Json LATER = Json.obj("at", "2027-01-04T09:00", "zone", "Europe/Paris");

    private final Desk desk = Desk.settled();

    private Response stop(String subject, Json what) {
        return desk.as(subject).put(Desk.path("/holds"), what);
    }

    private Response release(String subject, Json what) {
        return desk.as(subject).post(Desk.path("/holds/release"), what);
    }

    private Response decide(Json... decisions) {
        return desk.as(Sample.WRITER)
                .post(Desk.path("/holds/suspended/decisions"), Json.obj("decisions", List.of(decisions)));
    }

    private static Json decision(String action, long revision) {
        return Json.obj(
                "post", Sample.POST.value(), "channel", Sample.CHANNEL.value(), "revision", revision, "action", action);
    }

    private List<Json> suspended() {
        var path = Desk.path("/holds/suspended?brand=" + Sample.BRAND);
        return Answers.ok(desk.as(Sample.READER).get(path), 200).at("items").items();
    }

    private Target target() {
        return desk.stores
                .posts()
                .find(Sample.WORKSPACE, Sample.POST)
                .orElseThrow()
                .targets()
                .getFirst();
    }

    private List<AuditEntry> trail(String action) {
        var page = PageRequest.first(100);
        return desk.stores.audit().list(Sample.WORKSPACE, YearMonth.of(2026, 11), page).items().stream()
                .filter(entry -> entry.action().equals(action))
                .toList();
    }

    private List<Event> told(Event.Type type) {
        return desk.told.stream().filter(event -> event.type() == type).toList();
    }

    @Test
    void a_stop_is_told_once_however_often_it_is_asked_for_and_stays_as_it_was() {
        Answers.ok(stop(Sample.WRITER, WORKSPACE), 200);
        desk.clock.advance(Duration.ofMinutes(10));
        var items = Answers.ok(stop(Sample.MANAGER, Json.obj("scope", "workspace", "reason", "Autre")), 200)
                .at("items")
                .items();

        assertThat(items).hasSize(2).anySatisfy(hold -> {
            assertThat(hold.at("reason").textOr("")).isEqualTo("Deuil");
            assertThat(hold.at("by").textOr("")).isEqualTo(Sample.WRITER);
            assertThat(hold.at("since").textOr("")).isEqualTo("2026-11-21T09:00:00.000Z");
        });
        assertThat(told(Event.Type.HOLD_STARTED)).hasSize(1).allSatisfy(event -> assertThat(event.detail())
                .containsEntry("scope", "workspace")
                .containsEntry("way", "api"));
        assertThat(trail("hold.started")).hasSize(1).allSatisfy(entry -> assertThat(entry.actor())
                .isEqualTo(Sample.WRITER));
    }

    @Test
    void who_stops_again_at_once_tells_what_a_process_that_died_had_not_told_and_nobody_hears_it_twice() {
        Answers.ok(stop(Sample.WRITER, WORKSPACE), 200);
        desk.clock.advance(Duration.ofSeconds(1));
        Answers.ok(stop(Sample.MANAGER, WORKSPACE), 200);

        assertThat(told(Event.Type.HOLD_STARTED))
                .hasSize(2)
                .extracting(Event::id)
                .containsOnly(told(Event.Type.HOLD_STARTED).getFirst().id());
        assertThat(trail("hold.started")).hasSize(1).allSatisfy(entry -> assertThat(entry.actor())
                .isEqualTo(Sample.WRITER));
    }

    @Test
    void a_release_takes_a_manager_is_told_and_may_be_repeated_for_a_moment() {
        Answers.refused(release(Sample.WRITER, BRAND), Problem.Code.FORBIDDEN);
        assertThat(Answers.ok(release(Sample.MANAGER, BRAND), 200).at("items").items())
                .isEmpty();
        Answers.ok(release(Sample.OWNER, BRAND), 200);
        desk.clock.advance(Duration.ofMinutes(3));

        Answers.refused(release(Sample.OWNER, BRAND), Problem.Code.NOT_FOUND);

        assertThat(trail("hold.released")).hasSize(1).allSatisfy(entry -> assertThat(entry.actor())
                .isEqualTo(Sample.MANAGER));
        assertThat(told(Event.Type.HOLD_RELEASED)).extracting(Event::id).hasSize(2);
    }

    @Test
    void what_a_stop_held_is_listed_with_what_it_says_and_waits_beyond_the_release() {
        desk.held();
        release(Sample.MANAGER, BRAND);

        assertThat(suspended()).hasSize(1).allSatisfy(held -> {
            assertThat(held.at("post").textOr("")).isEqualTo(Sample.POST.value());
            assertThat(held.at("revision").whole()).contains(1L);
            assertThat(held.at("reason").textOr("")).isEqualTo("Incident");
            assertThat(held.at("text").textOr("")).isNotBlank();
        });
        desk.clock.set(Sample.DUE.plus(Duration.ofDays(3)));
        assertThat(target().state()).isEqualTo(TargetState.HELD);
    }

    @Test
    void it_is_not_published_while_a_stop_covers_it_then_once_and_a_repetition_does_nothing() {
        desk.held();
        desk.clock.set(Sample.DUE.plusSeconds(3600));

        var stopped = Answers.ok(decide(decision("publish", 1)), 200).at("items", 0);
        release(Sample.MANAGER, BRAND);
        var done = Answers.ok(decide(decision("publish", 1)), 200).at("items", 0);
        var now = target();
        var again = Answers.ok(decide(decision("publish", 1)), 200).at("items", 0);

        assertThat(stopped.at("outcome").textOr("")).isEqualTo("refused");
        assertThat(stopped.at("detail").textOr("")).startsWith("A stop still covers it");
        assertThat(done.at("outcome").textOr("")).isEqualTo("done");
        assertThat(done.at("state").textOr("")).isEqualTo("scheduled");
        assertThat(now.dueAt()).isEqualTo(Sample.DUE.plusSeconds(3600));
        assertThat(again.at("outcome").textOr("")).isEqualTo("refused");
        assertThat(again.at("state").textOr("")).isEqualTo("scheduled");
        assertThat(target()).isEqualTo(now);
        assertThat(suspended()).isEmpty();
        assertThat(trail("suspended.publish")).hasSize(1);
    }

    @Test
    void it_is_given_a_time_or_cancelled_whether_or_not_the_stop_stands() {
        desk.held();
        var moved = Answers.ok(
                decide(decision("reschedule", 1).object().orElseThrow().with("schedule", LATER)), 200);

        assertThat(moved.at("items", 0, "dueAt").textOr("")).isEqualTo("2027-01-04T08:00:00.000Z");
        assertThat(target().state()).isEqualTo(TargetState.SCHEDULED);
        var post = desk.stores
                .posts()
                .find(Sample.WORKSPACE, Sample.POST)
                .orElseThrow()
                .post();
        assertThat(post.schedule().orElseThrow().wallClock()).hasToString("2027-01-04T09:00");

        var other = Desk.settled();
        other.held();
        var path = Desk.path("/holds/suspended/decisions");
        Answers.ok(other.as(Sample.WRITER).post(path, Json.obj("decisions", List.of(decision("cancel", 1)))), 200);
        assertThat(other.stores
                        .posts()
                        .find(Sample.WORKSPACE, Sample.POST)
                        .orElseThrow()
                        .targets())
                .allMatch(target -> target.state() == TargetState.CANCELLED);
    }

    @Test
    void a_decision_on_what_was_edited_since_is_refused_in_its_own_line() {
        desk.held();
        release(Sample.MANAGER, BRAND);
        var path = Desk.path("/posts/" + Sample.POST);
        Answers.ok(desk.as(Sample.WRITER).with("If-Match", "\"1\"").patch(path, Json.obj("text", "Autre chose")), 200);
        assertThat(target().state()).isEqualTo(TargetState.HELD);

        var items = Answers.ok(decide(decision("publish", 1), decision("cancel", 2)), 200)
                .at("items")
                .items();

        assertThat(items).extracting(item -> item.at("outcome").textOr("")).containsExactly("refused", "done");
        assertThat(items.getFirst().at("detail").textOr("")).contains("revision 2");
    }

    @Test
    void one_that_is_wrong_keeps_all_from_being_decided() {
        desk.held();
        release(Sample.MANAGER, BRAND);
        var unknown = Json.obj(
                "post",
                "01KAJ0000000000000000000ZZ",
                "channel",
                Sample.CHANNEL.value(),
                "revision",
                1,
                "action",
                "cancel");

        Answers.field(decide(decision("publish", 1), unknown), "/decisions/1/post", "not_found");
        Answers.field(decide(decision("reschedule", 1)), "/decisions/0/schedule", "required");
        Answers.field(
                decide(decision("publish", 1).object().orElseThrow().with("schedule", LATER)),
                "/decisions/0/schedule",
                "not_allowed");
        Answers.field(decide(), "/decisions", "required");
        var many = IntStream.range(0, 26).mapToObj(_ -> decision("cancel", 1)).toArray(Json[]::new);
        Answers.refused(decide(many), Problem.Code.INVALID_FIELDS);

        assertThat(target().state()).isEqualTo(TargetState.HELD);
    }

    @Test
    void where_the_client_must_agree_a_new_time_is_asked_about_and_at_once_is_refused() {
        desk.stores.brands().change(desk.sample.asking(Policy.CLIENT));
        desk.sample.waiting(Policy.CLIENT);
        desk.held();
        release(Sample.MANAGER, BRAND);

        var revision = target().revision();
        var atOnce = Answers.ok(decide(decision("publish", revision)), 200).at("items", 0);
        var moved = decision("reschedule", revision).object().orElseThrow().with("schedule", LATER);
        var later = Answers.ok(decide(moved), 200).at("items", 0);

        assertThat(atOnce.at("outcome").textOr("")).isEqualTo("refused");
        assertThat(later.at("outcome").textOr("")).isEqualTo("done");
        assertThat(later.at("state").textOr("")).isEqualTo("approval");
        assertThat(told(Event.Type.APPROVAL_REQUESTED)).isNotEmpty();
    }

    private Response approve(String subject, long version) {
        var order = Json.obj("post", Sample.POST.value(), "version", version);
        return desk.as(subject).post(Desk.path("/holds/statements"), order);
    }

    private Hold standing() {
        return desk.stores.holds().in(Sample.WORKSPACE).getFirst();
    }

    @Test
    void a_statement_takes_its_permission_and_the_version_that_was_read() {
        Answers.refused(approve(Sample.WRITER, 1), Problem.Code.FORBIDDEN);
        Answers.refused(approve(Sample.MANAGER, 2), Problem.Code.PRECONDITION_FAILED);

        var listed = Answers.ok(approve(Sample.MANAGER, 1), 200).at("items").items();
        Answers.ok(approve(Sample.MANAGER, 1), 200);

        assertThat(listed).hasSize(1);
        assertThat(standing().statements())
                .containsExactly(listed.getFirst().at("seal").textOr(""));
        assertThat(trail("statement.approved")).allSatisfy(entry -> {
            assertThat(entry.actor()).isEqualTo(Sample.MANAGER);
            assertThat(entry.facts())
                    .containsEntry("permission", "crisis.statement")
                    .containsEntry("hold", standing().name());
        });
    }

    @Test
    void a_statement_needs_a_stop_and_a_post_that_it_has_not_held_yet_and_room() {
        for (var i = 0; i < Hold.MOST_STATEMENTS; i++) {
            desk.stores.holds().admit(Sample.WORKSPACE, standing(), "%064x".formatted(i));
        }
        var full = Answers.refused(approve(Sample.MANAGER, 1), Problem.Code.CONFLICT);
        assertThat(full.at("detail").textOr("")).contains("brand").contains("24");
        assertThat(trail("statement.approved")).isEmpty();

        desk.held();
        var held = Answers.refused(approve(Sample.MANAGER, 1), Problem.Code.CONFLICT);
        assertThat(held.at("detail").textOr("")).contains("give it another time");

        release(Sample.MANAGER, BRAND);
        var none = Answers.refused(approve(Sample.MANAGER, 1), Problem.Code.CONFLICT);
        assertThat(none.at("detail").textOr("")).startsWith("No stop covers");
    }

    @Test
    void owners_are_mailed_and_endpoints_told_of_a_stop() {
        var now = desk.clock.instant();
        Answers.ok(stop(Sample.OWNER, WORKSPACE), 200);

        var waiting = desk.stores
                .agenda()
                .claim(dev.parvis.domain.agenda.Kind.DELIVERY, now, 50)
                .claims();

        assertThat(waiting).extracting(claim -> claim.work().event().type()).contains(Event.Type.HOLD_STARTED);
        assertThat(waiting).extracting(claim -> claim.work().recipient()).contains("mail");
    }
}
