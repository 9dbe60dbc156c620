package dev.parvis.functions.api;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** Evergreen queues at the desk. The sample's channel has a slot on Monday 09:00; now is a Saturday morning. */
class QueuesTest {
    private static final String QUEUES = Desk.path("/brands/" + Sample.BRAND + "/queues");
    private static final String CALENDAR = Desk.path("/posts?brand=" + Sample.BRAND + "&month=2026-11");

    private final Desk desk = Desk.settled();

    private static Json.Obj tips() {
        return Json.obj("name", "Conseils", "channels", List.of(Sample.CHANNEL.value()));
    }

    private String queue() {
        var made = desk.as(Sample.WRITER).post(QUEUES, tips());
        return QUEUES + "/" + Answers.ok(made, 201).at("id").textOr("");
    }

    private List<String> texts() {
        return Answers.ok(desk.as(Sample.READER).get(CALENDAR), 200).at("items").items().stream()
                .map(post -> post.at("text").textOr(""))
                .toList();
    }

    @Test
    void an_entry_fills_the_next_free_slot_at_once_and_says_when() {
        var queue = queue();
        var before = texts();

        var entry = desk.as(Sample.WRITER).post(queue + "/entries", Json.obj("text", "Le pain au linge"));

        var path = queue + "/entries/" + Answers.ok(entry, 201).at("id").textOr("");
        var now = Answers.ok(desk.as(Sample.READER).get(path), 200);
        assertThat(now.at("times")).isEqualTo(Json.of(1));
        assertThat(now.at("last").textOr("")).isEqualTo("2026-11-23T08:00:00.000Z");
        assertThat(texts()).hasSize(before.size() + 1).contains("Le pain au linge");
        var page = Answers.ok(desk.as(Sample.READER).get(queue + "/entries?limit=1"), 200);
        assertThat(page.at("items").items()).containsExactly(now);
    }

    @Test
    void an_entry_is_copied_of_a_post_that_has_proved_itself() {
        var queue = queue();
        var post = Answers.ok(
                desk.as(Sample.WRITER)
                        .post(Desk.path("/posts"), Json.obj("brand", Sample.BRAND.value(), "text", "Un classique")),
                201);

        var entry = desk.as(Sample.WRITER).post(queue + "/entries", Json.obj("post", post.at("id")));

        assertThat(Answers.ok(entry, 201).at("text").textOr("")).isEqualTo("Un classique");
        Answers.field(
                desk.as(Sample.WRITER).post(queue + "/entries", Json.obj("post", "01KAJ3T5C1H6N8P3Q9R2S4T7ZZ")),
                "/post",
                "not_found");
    }

    @Test
    void what_the_channels_would_not_take_is_refused_now_and_not_on_the_day() {
        var queue = queue();

        Answers.field(
                desk.as(Sample.WRITER).post(queue + "/entries", Json.obj("text", "x".repeat(600))),
                "/text",
                "text_too_long");
        Answers.field(desk.as(Sample.WRITER).post(queue + "/entries", Json.obj("language", "fr")), "/text", "required");
        Answers.field(
                desk.as(Sample.WRITER).post(QUEUES, tips().with("channels", List.of("nowhere"))),
                "/channels",
                "not_found");
        Answers.field(desk.as(Sample.WRITER).post(QUEUES, tips().with("perDay", 21)), "/perDay", "too_large");
    }

    @Test
    void a_queue_is_paused_changed_and_deleted_by_version() {
        var queue = queue();
        var writer = desk.as(Sample.WRITER);

        var paused = writer.with("if-match", "\"1\"").patch(queue, Json.obj("paused", true, "gapDays", 7));
        assertThat(Answers.ok(paused, 200).at("gapDays")).isEqualTo(Json.of(7));
        var before = texts();
        Answers.ok(writer.post(queue + "/entries", Json.obj("text", "En pause")), 201);
        assertThat(texts()).isEqualTo(before);
        assertThat(writer.with("if-match", "\"1\"")
                        .patch(queue, Json.obj("paused", false))
                        .status())
                .isEqualTo(412);
        Answers.ok(writer.with("if-match", "\"2\"").patch(queue, Json.obj("paused", false)), 200);
        assertThat(texts()).contains("En pause");

        assertThat(writer.with("if-match", "\"3\"").delete(queue).status()).isEqualTo(204);
        assertThat(desk.as(Sample.READER).get(queue).status()).isEqualTo(404);
        assertThat(texts()).as("what was made stays").contains("En pause");
    }
}
