package dev.parvis.functions.api;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** Feeds whose entries become drafts. */
class DraftingSourcesTest {
    private final Desk desk = Desk.settled();

    private static Json source(Json drafts) {
        return Json.obj("brand", Sample.BRAND.value(), "url", "https://blog.example/feed.xml", "drafts", drafts);
    }

    private String refusal(Json drafts) {
        var answer = desk.as(Sample.MANAGER).post(Desk.path("/sources"), source(drafts));
        var errors = Answers.refused(answer, Problem.Code.INVALID_FIELDS).at("errors");
        return errors.at(0, "pointer").textOr("") + " " + errors.at(0, "code").textOr("");
    }

    @Test
    void a_feed_of_drafts_is_kept_as_it_was_asked_for() {
        var drafts = Json.obj("template", "{title}", "theme", "Carte", "channels", List.of(Sample.CHANNEL.value()));

        var made = Answers.ok(desk.as(Sample.MANAGER).post(Desk.path("/sources"), source(drafts)), 201);
        var read = Answers.ok(
                desk.as(Sample.READER).get(Desk.path("/sources/" + made.at("id").textOr(""))), 200);

        assertThat(read).isEqualTo(made);
        assertThat(made.at("origin"))
                .isEqualTo(Json.obj(
                        "kind",
                        "drafts",
                        "url",
                        "https://blog.example/feed.xml",
                        "template",
                        "{title}",
                        "theme",
                        "Carte",
                        "channels",
                        List.of(Sample.CHANNEL.value())));
    }

    @Test
    void what_is_left_out_is_title_and_link() {
        var made = Answers.ok(desk.as(Sample.MANAGER).post(Desk.path("/sources"), source(Json.obj())), 201);

        assertThat(made.at("origin", "template").textOr("")).isEqualTo("{title}\n\n{link}");
    }

    @Test
    void what_cannot_be_is_refused_by_its_field() {
        assertThat(refusal(Json.obj("template", "Toujours pareil"))).isEqualTo("/drafts/template malformed");
        assertThat(refusal(Json.obj("template", "{title} {author}"))).isEqualTo("/drafts/template malformed");
        assertThat(refusal(Json.obj("template", "x".repeat(301)))).isEqualTo("/drafts/template too_long");
        assertThat(refusal(Json.obj("theme", "Corte"))).isEqualTo("/drafts/theme not_found");
        assertThat(refusal(Json.obj("channels", List.of("nobody")))).isEqualTo("/drafts/channels not_found");
        assertThat(refusal(Json.obj("surprise", 1))).isEqualTo("/drafts/surprise unknown_field");
    }
}
