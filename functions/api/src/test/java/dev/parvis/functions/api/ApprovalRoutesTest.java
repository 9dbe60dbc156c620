package dev.parvis.functions.api;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.brands.Approving.Policy;
import dev.parvis.domain.notices.Delivery;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** Asking for approval, and the team's word on it. */
class ApprovalRoutesTest {
    private final Desk desk = Desk.settled();

    private Response decide(String verb, long version) {
        return desk.as(Sample.MANAGER)
                .with("If-Match", "\"" + version + "\"")
                .send("POST", Desk.path("/posts/" + Sample.POST + "/" + verb), new byte[0]);
    }

    private Response brand(Json approval) {
        return desk.as(Sample.OWNER)
                .with("If-Match", "\"1\"")
                .patch(Desk.path("/brands/" + Sample.BRAND), Json.obj("approval", approval));
    }

    private static Json approver(String email) {
        return Json.obj("name", "Claire", "email", email);
    }

    @Test
    void a_brand_that_asks_the_client_names_who_speaks_for_it() {
        var nobody = Answers.refused(
                brand(Json.obj("policy", "client", "approvers", List.of())), Problem.Code.INVALID_FIELDS);
        var nowhere = Answers.refused(
                brand(Json.obj("policy", "client", "approvers", List.of(approver("claire")))),
                Problem.Code.INVALID_FIELDS);
        var twice = Answers.refused(
                brand(Json.obj(
                        "policy", "both", "approvers", List.of(approver("c@x.example"), approver("c@x.example")))),
                Problem.Code.INVALID_FIELDS);
        var silly = Answers.refused(brand(Json.obj("policy", "perhaps")), Problem.Code.INVALID_FIELDS);

        assertThat(nobody.at("errors", 0, "pointer").textOr("")).isEqualTo("/approval/approvers");
        assertThat(nowhere.at("errors", 0, "pointer").textOr("")).isEqualTo("/approval/approvers/0/email");
        assertThat(twice.at("errors", 0, "pointer").textOr("")).isEqualTo("/approval/approvers");
        assertThat(silly.at("errors", 0, "pointer").textOr("")).isEqualTo("/approval/policy");
        var kept = Answers.ok(brand(Json.obj("policy", "both", "approvers", List.of(approver("c@x.example")))), 200);
        assertThat(kept.at("approval", "approvers", 0, "language").textOr("")).isEqualTo("fr");
    }

    @Test
    void a_scheduled_post_of_such_a_brand_waits_and_its_people_are_asked() {
        Answers.ok(brand(Json.obj("policy", "both", "approvers", List.of(approver("c@x.example")))), 200);
        var made = Answers.ok(
                desk.as(Sample.WRITER)
                        .post(
                                Desk.path("/posts"),
                                Json.obj(
                                        "brand",
                                        Sample.BRAND.value(),
                                        "text",
                                        "Ça vous va ?",
                                        "channels",
                                        List.of(Sample.CHANNEL.value()),
                                        "schedule",
                                        Json.obj("at", "2026-12-01T09:00"))),
                201);

        assertThat(made.at("targets", 0, "state").textOr("")).isEqualTo("approval");
        assertThat(made.at("approval", "waitsFor").textOr("")).isEqualTo("team");
        var asked = desk.stores
                .agenda()
                .claim(Kind.DELIVERY, Instant.parse("2026-12-01T09:00:00Z"), 10)
                .claims();
        assertThat(asked)
                .extracting(claim -> claim.work().recipient())
                .as("asked at the end of the quarter of an hour, reminded a day before")
                .containsExactly(Delivery.MAIL, Delivery.MAIL);
    }

    @Test
    void the_teams_word_counts_once_on_the_version_that_was_read() {
        desk.sample.waiting(Policy.INTERNAL);

        Answers.refused(decide("approve", 2), Problem.Code.PRECONDITION_FAILED);
        var approved = Answers.ok(decide("approve", 1), 200);
        var again = Answers.ok(decide("approve", 2), 200);

        assertThat(approved.at("approval", "state").textOr("")).isEqualTo("approved");
        assertThat(approved.at("targets", 0, "state").textOr("")).isEqualTo("scheduled");
        assertThat(again).isEqualTo(approved);
        var refused = Answers.ok(decide("refuse", 2), 200);
        assertThat(refused.at("targets", 0, "state").textOr("")).isEqualTo("approval");
        assertThat(refused.at("targets", 0, "reason").textOr("")).isEqualTo("refused by the team");
        Answers.refused(decide("approve", 3), Problem.Code.CONFLICT);
    }

    @Test
    void nobody_approves_what_they_are_not_asked_about_or_too_late() {
        Answers.refused(decide("approve", 1), Problem.Code.CONFLICT);
        desk.sample.waiting(Policy.CLIENT);
        Answers.refused(decide("approve", 1), Problem.Code.CONFLICT);
        desk.sample.waiting(Policy.INTERNAL);
        desk.clock.set(Instant.parse("2026-11-28T08:00:00Z"));

        var late = Answers.refused(decide("approve", 1), Problem.Code.CONFLICT);

        assertThat(late.at("detail").textOr("")).contains("Its time has come");
    }
}
