package dev.parvis.functions.api;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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

    private void tried(int times) {
        for (var i = 0; i < times; i++) {
            desk.stores
                    .audit()
                    .add(new AuditEntry(
                            Sample.WORKSPACE,
                            "try-" + i,
                            Sample.DUE.plusSeconds(i),
                            "function:publish",
                            "post.retried",
                            "post/" + Sample.POST,
                            "",
                            Map.of(
                                    "network",
                                    "sandbox",
                                    "channel",
                                    Sample.CHANNEL.value(),
                                    "reason",
                                    "the network answered 503")));
        }
    }

    private Json get(String rest) {
        return Answers.ok(desk.as(Sample.READER).get(Desk.path("/posts" + rest)), 200);
    }

    /** However busy the workspace is: its history is the post's own. */
    @Test
    void one_get_tells_what_the_history_tells_every_attempt_and_what_the_network_answered() {
        tried(12);
        for (var i = 0; i < 3_000; i++) {
            var other = "post/" + Sample.POST + i;
            desk.stores
                    .audit()
                    .add(new AuditEntry(
                            Sample.WORKSPACE, "o" + i, Sample.NOW, "lea", "post.changed", other, "", Map.of()));
        }

        var history = get("/" + Sample.POST).at("history");

        assertThat(history.at("items").items()).hasSize(13);
        assertThat(history.at("items", 12, "said", "en").textOr(""))
                .isEqualTo("Not out on Obliging sandbox helios, Parvis tries again: the network answered 503");
        assertThat(history.at("next").isMissing()).isTrue();
        assertThat(history).isEqualTo(get("/" + Sample.POST + "/history?limit=100"));
    }

    @Test
    void a_history_longer_than_a_page_goes_on_where_the_post_says() {
        tried(130);

        var begun = get("/" + Sample.POST).at("history");
        var rest = get("/" + Sample.POST + "/history?limit=100&cursor="
                + begun.at("next").textOr(""));

        assertThat(begun.at("items").items()).hasSize(100);
        assertThat(rest.at("items").items()).hasSize(31);
        assertThat(rest.at("next").isMissing()).isTrue();
        var told = Stream.concat(begun.at("items").items().stream(), rest.at("items").items().stream())
                .map(item -> item.at("at").textOr(""))
                .toList();
        assertThat(told).isSorted().doesNotHaveDuplicates().hasSize(131);
    }

    @Test
    void neither_a_list_nor_the_answer_to_a_change_carries_a_history() {
        var listed = get("?month=2026-11&brand=" + Sample.BRAND).at("items", 0);
        var changed = Answers.ok(
                desk.as(Sample.WRITER)
                        .with("If-Match", "\"1\"")
                        .patch(Desk.path("/posts/" + Sample.POST), Json.obj("text", "Autre chose")),
                200);

        assertThat(listed.at("id").textOr("")).isEqualTo(Sample.POST.value());
        assertThat(listed.at("history").isMissing()).isTrue();
        assertThat(changed.at("history").isMissing()).isTrue();
        assertThat(get("/" + Sample.POST).at("history", "items").items())
                .extracting(item -> item.at("action").textOr(""))
                .containsExactly("post.created", "post.changed");
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
