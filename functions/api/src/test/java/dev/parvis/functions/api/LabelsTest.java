package dev.parvis.functions.api;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.sheets.Sheet;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** What posts are for, held to the brand's sheet: themes Carte and Coulisses, campaign Hiver, objective Notoriété. */
class LabelsTest {
    private static final String POSTS = Desk.path("/posts");

    private final Desk desk = Desk.settled();

    private static Json.Obj draft(Json labels) {
        return Json.obj("brand", Sample.BRAND.value(), "text", "Bonjour", "labels", labels);
    }

    private Json kept(Json labels) {
        return Answers.ok(desk.as(Sample.WRITER).post(POSTS, draft(labels)), 201);
    }

    private void refused(String label, String name) {
        Answers.field(
                desk.as(Sample.WRITER).post(POSTS, draft(Json.obj(label, name))), "/labels/" + label, "not_found");
    }

    @Test
    void a_label_is_one_that_the_sheet_names() {
        var all = Json.obj("theme", "Carte", "campaign", "Hiver", "objective", "Notoriété");

        assertThat(kept(all).at("labels")).isEqualTo(all);

        refused("theme", "carte");
        refused("campaign", "Été");
        refused("objective", "Ventes");
    }

    @Test
    void where_the_sheet_names_none_every_label_is_taken() {
        desk.stores.sheets().replace(Sheet.none(Sample.WORKSPACE, Sample.BRAND).at(1));

        assertThat(kept(Json.obj("theme", "Nouveau")).at("labels", "theme").textOr(""))
                .isEqualTo("Nouveau");
    }

    @Test
    void a_post_keeps_a_label_that_the_sheet_names_no_more_and_takes_no_new_one() {
        var post = kept(Json.obj("theme", "Coulisses"));
        var path = POSTS + "/" + post.at("id").textOr("");
        var sheet = Sheet.none(Sample.WORKSPACE, Sample.BRAND);
        var fewer = new Sheet.Aims(List.of("Carte"), List.of(), List.of(), List.of());
        desk.stores
                .sheets()
                .replace(new Sheet(sheet.workspace(), sheet.brand(), sheet.voice(), fewer, sheet.names(), 1));
        var writer = desk.as(Sample.WRITER).with("If-Match", "\"1\"");

        var changed = Answers.ok(
                writer.patch(path, Json.obj("text", "Bonsoir", "labels", Json.obj("theme", "Coulisses"))), 200);

        assertThat(changed.at("labels", "theme").textOr("")).isEqualTo("Coulisses");
        Answers.field(
                desk.as(Sample.WRITER)
                        .with("If-Match", "\"2\"")
                        .patch(path, Json.obj("labels", Json.obj("theme", "X"))),
                "/labels/theme",
                "not_found");
    }

    @Test
    void the_calendar_is_narrowed_by_each_label_and_by_all() {
        var carte = kept(Json.obj("theme", "Carte", "campaign", "Hiver"));
        var both = kept(Json.obj("theme", "Carte", "objective", "Notoriété"));

        assertThat(listed("theme=Carte")).containsExactlyInAnyOrder(id(carte), id(both));
        assertThat(listed("campaign=Hiver")).containsExactly(id(carte));
        assertThat(listed("theme=Carte&objective=Notori%C3%A9t%C3%A9")).containsExactly(id(both));
        assertThat(listed("theme=Coulisses")).isEmpty();
        assertThat(listed("theme=")).contains(Sample.POST.value()).doesNotContain(id(carte));
    }

    private List<String> listed(String query) {
        var answer = desk.as(Sample.READER).get(POSTS + "?brand=" + Sample.BRAND + "&month=2026-11&" + query);
        return Answers.ok(answer, 200).at("items").items().stream()
                .map(LabelsTest::id)
                .toList();
    }

    private static String id(Json post) {
        return post.at("id").textOr("");
    }

    @Test
    void a_cursor_serves_only_the_labels_it_was_given_for() {
        kept(Json.obj("theme", "Carte"));
        var path = POSTS + "?brand=" + Sample.BRAND + "&month=2026-11&limit=1";
        var next = Answers.ok(desk.as(Sample.READER).get(path + "&theme=Carte"), 200)
                .at("next")
                .textOr("");

        assertThat(desk.as(Sample.READER)
                        .get(path + "&theme=Carte&cursor=" + next)
                        .status())
                .isEqualTo(200);
        assertThat(desk.as(Sample.READER).get(path + "&cursor=" + next).status())
                .isEqualTo(400);
    }
}
