package dev.parvis.functions.api;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.audit.AuditEntry;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** What a post will look like before it goes out, and all that was done to it. */
class PostTellsAllTest {
    private final Desk desk = Desk.settled();

    private Json preview(Json.Obj more) {
        var body = Json.obj("brand", Sample.BRAND.value(), "channels", List.of(Sample.CHANNEL.value()));
        for (var name : more.members().keySet()) {
            body = body.with(name, more.at(name));
        }
        return Answers.ok(desk.as(Sample.WRITER).post(Desk.path("/posts/preview"), body), 200);
    }

    @Test
    void a_preview_shows_each_part_as_it_goes_out_with_its_own_length_and_link() {
        var shown = preview(Json.obj(
                "text",
                "Long",
                "link",
                Json.obj("url", "https://helios.example/carte", "title", "La carte"),
                "thread",
                List.of(Json.obj("text", "Suite")),
                "firstComment",
                Json.obj("text", "#helios"),
                "utm",
                Json.obj("source", "{network}"),
                "variants",
                Json.obj("sandbox", Json.obj("text", "Court")),
                "schedule",
                Json.obj("at", "2026-12-01T09:00")));

        var parts = shown.at("items", 0, "parts");
        assertThat(parts.items())
                .extracting(part -> part.at("kind").textOr(""))
                .containsExactly("post", "thread", "comment");
        assertThat(parts.at(0, "text").textOr("")).isEqualTo("Court");
        assertThat(parts.at(0, "link", "url").textOr("")).isEqualTo("https://helios.example/carte?utm_source=sandbox");
        assertThat(parts.at(1, "length").whole()).contains(5L);
        assertThat(parts.at(0).fields()).doesNotContainKey("fits");
        assertThat(shown.at("schedule", "instant").textOr("")).isEqualTo("2026-12-01T08:00:00.000Z");
        assertThat(shown.at("schedule", "zone").textOr("")).isEqualTo("Europe/Paris");
    }

    @Test
    void what_is_too_long_says_how_much_of_it_fits() {
        var shown = preview(Json.obj("text", "x", "thread", List.of(Json.obj("text", "é".repeat(612)))));

        assertThat(shown.at("items", 0, "accepted").truth()).contains(false);
        assertThat(shown.at("items", 0, "parts", 1, "fits").whole()).contains(500L);
        assertThat(shown.at("items", 0, "violations", 0, "pointer").textOr("")).isEqualTo("/thread/0/text");
    }

    @Test
    void a_history_tells_in_both_languages_what_people_did_and_what_the_network_said() {
        desk.stores
                .audit()
                .add(new AuditEntry(
                        Sample.WORKSPACE,
                        "try",
                        Sample.DUE,
                        "function:publish",
                        "post.retried",
                        "post/" + Sample.POST,
                        "",
                        Map.of("network", "sandbox", "reason", "503 {by} <b>", "brand", Sample.BRAND.value())));
        desk.stores
                .audit()
                .add(new AuditEntry(
                        Sample.WORKSPACE,
                        "other",
                        Sample.DUE,
                        "x",
                        "post.created",
                        "post/" + Sample.POST + "X",
                        "",
                        Map.of()));

        var told = Answers.ok(desk.as(Sample.READER).get(Desk.path("/posts/" + Sample.POST + "/history")), 200)
                .at("items");

        assertThat(told.items())
                .extracting(item -> item.at("action").textOr(""))
                .containsExactly("post.created", "post.retried");
        assertThat(told.at(0, "said")).isEqualTo(Json.obj("fr", "Écrite", "en", "Written"));
        assertThat(told.at(1, "said", "fr").textOr(""))
                .isEqualTo("Pas partie sur Obliging sandbox, Parvis réessaie\u00a0: «\u00a0503 {by} <b>\u00a0»");
        assertThat(told.at(1, "facts")).isEqualTo(Json.obj("network", "sandbox", "reason", "503 {by} <b>"));
        Answers.refused(
                desk.as(Sample.READER).get(Desk.path("/posts/01KAJ4B2P7S0T3V6W9X1Y4Z8A9/history")),
                Problem.Code.NOT_FOUND);
    }

    @Test
    void a_target_in_doubt_shows_its_attempt() {
        desk.doubted();

        var target = Answers.ok(desk.as(Sample.READER).get(Desk.path("/posts/" + Sample.POST)), 200)
                .at("targets", 0);

        assertThat(target.at("state").textOr("")).isEqualTo("uncertain");
        assertThat(target.at("attempt", "begunAt").textOr("")).isEqualTo("2026-11-28T08:00:00.000Z");
        assertThat(target.at("attempt").fields().keySet()).containsExactly("begunAt", "overBy", "refusal");
    }
}
