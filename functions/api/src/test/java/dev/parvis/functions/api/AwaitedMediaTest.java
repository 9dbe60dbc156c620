package dev.parvis.functions.api;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** A picture that was declared and never uploaded: nobody finds that out when the post is missed. */
class AwaitedMediaTest {
    private static final String IN_TEN_MINUTES = "2026-11-21T10:10";
    private static final String NEXT_WEEK = "2026-12-01T09:00";

    private final Desk desk = Desk.settled();

    private static Json.Obj draft() {
        return Json.obj(
                "brand",
                Sample.BRAND.value(),
                "text",
                "La vitrine de Noël",
                "images",
                List.of(Json.obj("media", Sample.MEDIA.value(), "alt", "Une vitrine")),
                "channels",
                List.of(Sample.CHANNEL.value()));
    }

    private static Json.Obj due(String at) {
        return draft().with("schedule", Json.obj("at", at));
    }

    private static Json.Obj meant(Json.Obj body) {
        return body.with("confirmed", List.of("media_not_uploaded"));
    }

    private Response create(Json body) {
        return desk.as(Sample.WRITER).post(Desk.path("/posts"), body);
    }

    private static void isAwaited(Json warning) {
        assertThat(warning.at("code").textOr("")).isEqualTo("media_not_uploaded");
        assertThat(warning.at("media").textOr("")).isEqualTo(Sample.MEDIA.value());
        assertThat(warning.at("said", "en").textOr("")).startsWith("“vitrine.jpg” is not uploaded yet");
        assertThat(warning.at("said", "fr").textOr("")).contains("n’est pas encore sur Parvis");
    }

    @Test
    void the_preview_tells_of_it_until_it_has_come() {
        var before = Answers.ok(desk.as(Sample.WRITER).post(Desk.path("/posts/preview"), due(IN_TEN_MINUTES)), 200);
        desk.uploaded();
        var after = Answers.ok(desk.as(Sample.WRITER).post(Desk.path("/posts/preview"), due(IN_TEN_MINUTES)), 200);

        assertThat(before.at("warnings").items()).hasSize(1);
        isAwaited(before.at("warnings", 0));
        assertThat(after.at("warnings").items()).isEmpty();
    }

    @Test
    void a_post_is_scheduled_with_it_by_whoever_means_it() {
        var refused = create(due(NEXT_WEEK));

        assertThat(refused.status()).isEqualTo(409);
        isAwaited(Answers.json(refused).at("warnings", 0));
        isAwaited(Answers.ok(create(meant(due(NEXT_WEEK))), 201).at("warnings", 0));
    }

    @Test
    void what_has_come_is_scheduled_without_a_word() {
        desk.uploaded();

        assertThat(Answers.ok(create(due(IN_TEN_MINUTES)), 201).at("warnings").items())
                .isEmpty();
    }

    @Test
    void a_draft_is_only_warned_of_and_asked_about_when_it_gets_its_time() {
        var made = Answers.ok(create(draft()), 201);
        var path = Desk.path("/posts/" + made.at("id").textOr(""));
        var writer = desk.as(Sample.WRITER).with("if-match", "\"1\"");

        var refused = writer.patch(path, Json.obj("schedule", Json.obj("at", IN_TEN_MINUTES)));

        isAwaited(made.at("warnings", 0));
        isAwaited(Answers.ok(desk.as(Sample.WRITER).get(path), 200).at("warnings", 0));
        assertThat(refused.status()).isEqualTo(409);
        desk.uploaded();
        assertThat(Answers.ok(desk.as(Sample.WRITER).get(path), 200)
                        .at("warnings")
                        .items())
                .isEmpty();
        Answers.ok(writer.patch(path, Json.obj("schedule", Json.obj("at", IN_TEN_MINUTES))), 200);
    }

    @Test
    void what_was_meant_for_next_week_is_asked_about_again_when_it_is_brought_forward() {
        var made = Answers.ok(create(meant(due(NEXT_WEEK))), 201);
        var path = Desk.path("/posts/" + made.at("id").textOr(""));
        var writer = desk.as(Sample.WRITER).with("if-match", "\"1\"");

        var forward = Json.obj("schedule", Json.obj("at", IN_TEN_MINUTES));
        var refused = writer.patch(path, forward);
        var labelled = writer.patch(path, Json.obj("labels", Json.obj()));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(Answers.ok(labelled, 200).at("warnings").items()).isEmpty();
        Answers.ok(desk.as(Sample.WRITER).with("if-match", "\"2\"").patch(path, meant(forward)), 200);
    }

    @Test
    void an_entry_of_a_queue_and_a_series_are_asked_about_too() {
        var entries = Desk.path("/brands/" + Sample.BRAND + "/queues/" + Sample.QUEUE + "/entries");
        var series = Desk.path("/brands/" + Sample.BRAND + "/series");
        var entry = Json.obj(
                "text", "La vitrine", "images", List.of(Json.obj("media", Sample.MEDIA.value(), "alt", "Une vitrine")));
        var repeated = entry.with("channels", List.of(Sample.CHANNEL.value()))
                .with("first", "2026-12-01T09:00")
                .with("rule", "FREQ=WEEKLY");

        isAwaited(Answers.refused(desk.as(Sample.WRITER).post(entries, entry), Problem.Code.CONFIRMATION_NEEDED)
                .at("warnings", 0));
        isAwaited(Answers.refused(desk.as(Sample.WRITER).post(series, repeated), Problem.Code.CONFIRMATION_NEEDED)
                .at("warnings", 0));
        Answers.ok(desk.as(Sample.WRITER).post(entries, meant(entry)), 201);
        Answers.ok(desk.as(Sample.WRITER).post(series, meant(repeated)), 201);
    }

    @Test
    void a_row_of_a_file_that_shows_it_is_bad_until_that_is_meant() {
        var rows = "key,text,channels,at,images,alts\n1,Un,sandbox,2026-12-01T09:00," + Sample.MEDIA + ",Une vitrine\n";

        var refused =
                Answers.refused(imported("", rows), Problem.Code.INVALID_FIELDS).at("report", "faults", 0);

        assertThat(refused.at("code").textOr("")).isEqualTo("media_not_uploaded");
        assertThat(refused.at("column").textOr("")).isEqualTo("images");
        Answers.ok(imported("?confirmed=media_not_uploaded", rows), 202);
    }

    private Response imported(String query, String rows) {
        var path = Desk.path("/brands/" + Sample.BRAND + "/imports" + query);
        return desk.as(Sample.WRITER).send("POST", path, rows.getBytes(StandardCharsets.UTF_8));
    }
}
