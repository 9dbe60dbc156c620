package dev.parvis.functions.api;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.imports.ImportRow;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.json.Json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** A file that was a mistake is taken back; what somebody has worked on since stays. */
class ImportUndoneTest {
    private static final String PATH = Desk.path("/brands/" + Sample.BRAND + "/imports");
    private static final String FILE =
            "key,text,channels,at\n1,Un,sandbox,2026-12-01T09:00\n2,Deux,sandbox,2026-12-02T09:00\n";

    private final Desk desk = Desk.settled();

    private Json imported() {
        return Answers.ok(desk.as(Sample.WRITER).send("POST", PATH, FILE.getBytes(UTF_8)), 202);
    }

    private Json undo(Json made) {
        return Answers.ok(
                desk.as(Sample.WRITER).post(PATH + "/" + made.at("id").textOr("") + "/undo", Json.obj()), 202);
    }

    private boolean isThere(String key) {
        return desk.stores
                .posts()
                .find(Sample.WORKSPACE, ImportRow.post(Sample.BRAND, key))
                .isPresent();
    }

    @Test
    void a_small_file_is_taken_back_at_once_and_can_be_imported_again() {
        var made = imported();

        var undone = undo(made);

        assertThat(undone.at("state").textOr("")).isEqualTo("undone");
        assertThat(undone.at("kept").whole()).contains(0L);
        assertThat(isThere("1") || isThere("2")).isFalse();
        assertThat(undo(made)).isEqualTo(undone);
        assertThat(imported().at("made").whole()).contains(2L);
        assertThat(undo(made)).isEqualTo(undone);
        assertThat(isThere("1")).as("made by the second import").isTrue();
    }

    @Test
    void what_somebody_has_edited_stays_and_is_told() {
        var made = imported();
        var path = Desk.path("/posts/" + ImportRow.post(Sample.BRAND, "1"));
        Answers.ok(desk.as(Sample.WRITER).with("If-Match", "\"1\"").patch(path, Json.obj("text", "Mieux")), 200);

        var undone = undo(made);

        assertThat(undone.at("kept").whole()).contains(1L);
        assertThat(undone.at("faults", 0, "line").whole()).contains(2L);
        assertThat(undone.at("faults", 0, "code").textOr("")).isEqualTo("edited_since");
        assertThat(isThere("1")).isTrue();
        assertThat(isThere("2")).isFalse();
    }

    @Test
    void an_import_of_another_brand_is_not_there() {
        var made = imported();

        Answers.refused(
                desk.as(Sample.WRITER)
                        .post(
                                Desk.path("/brands/" + Sample.CHANNEL + "/imports/"
                                        + made.at("id").textOr("") + "/undo"),
                                Json.obj()),
                Problem.Code.NOT_FOUND);
        assertThat(isThere("1")).isTrue();
    }
}
