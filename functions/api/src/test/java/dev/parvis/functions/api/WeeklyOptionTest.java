package dev.parvis.functions.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.weekly.WeeklyOrder;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** The look ahead on Mondays: ordered with the workspace, by owners switched off, mailed to members who left an address. */
class WeeklyOptionTest {
    private static final String MEMBERS = Desk.path("/members");
    private final Desk desk = Desk.settled();

    private Json change(Json change) {
        var version = Answers.ok(desk.as(Sample.OWNER).get(Desk.path("")), 200).at("version");
        return Answers.ok(
                desk.as(Sample.OWNER)
                        .with("If-Match", "\"" + version.whole().orElseThrow() + "\"")
                        .patch(Desk.path(""), change),
                200);
    }

    private List<Instant> due(WorkspaceId workspace) {
        return desk.stores.agenda().claim(Kind.WEEKLY, Sample.NOW.plus(Duration.ofDays(8)), 10).claims().stream()
                .filter(claim -> claim.work().workspace().equals(workspace))
                .map(claim -> claim.due())
                .toList();
    }

    @Test
    void a_new_workspace_wants_it_and_has_an_order_for_monday_at_eight() {
        var made = Answers.ok(
                desk.as(Sample.OWNER)
                        .post("/v1/workspaces", Json.obj("name", "Deux", "zone", "America/Montreal", "weekly", false)),
                201);

        assertThat(made.at("weekly")).isEqualTo(Json.of(false));
        var id = new WorkspaceId(made.at("id").textOr(""));
        var zone = java.time.ZoneId.of("America/Montreal");
        assertThat(due(id))
                .containsExactly(WeeklyOrder.first(id, Sample.NOW, zone).dueIn(zone));
    }

    @Test
    void a_workspace_of_before_gets_its_order_with_its_next_change_and_one_only() {
        assertThat(change(Json.obj("weekly", false)).at("weekly")).isEqualTo(Json.of(false));
        assertThat(change(Json.obj("name", "Autre")).at("weekly")).isEqualTo(Json.of(false));
        assertThat(change(Json.obj("weekly", true)).at("weekly")).isEqualTo(Json.of(true));

        assertThat(due(Sample.WORKSPACE)).hasSize(1);
    }

    @Test
    void an_order_comes_forward_with_a_zone_whose_monday_comes_sooner() {
        change(Json.obj("zone", "America/Montreal"));
        change(Json.obj("zone", "Asia/Tokyo"));

        var tokyo = java.time.ZoneId.of("Asia/Tokyo");
        assertThat(due(Sample.WORKSPACE))
                .containsExactly(
                        WeeklyOrder.first(Sample.WORKSPACE, Sample.NOW, tokyo).dueIn(tokyo));
    }

    @Test
    void a_members_address_is_taken_shown_to_owners_changed_and_forgotten() {
        var asked = Json.obj("subject", "lea", "role", "manager", "email", "lea@example.org");
        assertThat(Answers.ok(desk.as(Sample.OWNER).post(MEMBERS, asked), 201)
                        .at("email")
                        .textOr(""))
                .isEqualTo("lea@example.org");

        var path = MEMBERS + "/lea";
        var kept = Answers.ok(desk.as(Sample.OWNER).patch(path, Json.obj("role", "writer")), 200);
        assertThat(kept.at("email").textOr("")).isEqualTo("lea@example.org");
        Answers.field(
                desk.as(Sample.OWNER).patch(path, Json.obj("role", "writer", "email", "lea at example")),
                "/email",
                "not_an_address");
        var gone = Answers.ok(desk.as(Sample.OWNER).patch(path, Json.obj("role", "writer", "email", "")), 200);
        assertThat(gone.at("email").isMissing()).isTrue();
    }
}
