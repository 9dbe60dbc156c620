package dev.parvis.functions.api;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.json.Json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Rows that say what their channel says, or another row: a person is asked before anything is kept. */
class ImportDoubtsTest {
    private static final String PATH = Desk.path("/brands/" + Sample.BRAND + "/imports");
    private static final String HEAD = "key,text,channels,at\n";
    private static final String SAPINS = "Les sapins de Noël sont enfin arrivés devant la boutique";

    private final Desk desk = Desk.settled();

    private Response send(String query, String rows) {
        return desk.as(Sample.WRITER).send("POST", PATH + query, (HEAD + rows).getBytes(UTF_8));
    }

    private static List<String> codes(Json report) {
        return report.at("faults").items().stream()
                .map(fault -> fault.at("line").whole().orElseThrow() + " "
                        + fault.at("code").textOr(""))
                .toList();
    }

    private Json refused(String rows) {
        return Answers.refused(send("", rows), Problem.Code.INVALID_FIELDS).at("report");
    }

    @Test
    void what_the_channel_says_within_thirty_days_is_told_by_its_line() {
        Answers.ok(send("", "1," + SAPINS + ",sandbox,2026-12-01T09:00\n"), 202);

        var report = refused("2," + SAPINS + " !,sandbox,2026-12-20T09:00\n3," + SAPINS
                + ",sandbox,2027-02-20T09:00\n4,Tout autre chose,sandbox,2026-12-02T09:00\n5," + SAPINS + ",,\n");

        assertThat(codes(report)).containsExactly("2 said_before");
        assertThat(report.at("faults", 0, "column").textOr("")).isEqualTo("text");
        assertThat(report.at("faults", 0, "detail").textOr("")).contains("2026-12-01T08:00:00");
    }

    @Test
    void a_row_that_says_what_another_says_is_told_and_the_first_is_not() {
        var report = refused("1," + SAPINS + ",sandbox,2026-12-01T09:00\n2," + SAPINS + ",sandbox,2026-12-25T09:00\n3,"
                + SAPINS + ",sandbox,2027-03-25T09:00\n");

        assertThat(codes(report)).containsExactly("3 said_before");
        assertThat(report.at("faults", 0, "detail").textOr("")).contains("another row of the file");
    }

    @Test
    void confirmed_for_the_file_it_is_taken_and_the_file_is_known_again() {
        var rows = "1," + SAPINS + ",sandbox,2026-12-01T09:00\n2," + SAPINS + ",sandbox,2026-12-25T09:00\n";

        var made = Answers.ok(send("?confirmed=other_brand_named,said_before", rows), 202);

        assertThat(made.at("made").whole()).contains(2L);
        assertThat(Answers.ok(send("", rows), 202).at("known").whole()).contains(2L);
    }

    @Test
    void a_code_that_there_is_not_is_refused_and_one_twice_is_once() {
        Answers.refused(send("?confirmed=said_before,all", "1,Un,,\n"), Problem.Code.INVALID_REQUEST);
        Answers.refused(send("?confirmed=,", "1,Un,,\n"), Problem.Code.INVALID_REQUEST);

        Answers.ok(send("?confirmed=said_before,said_before", "1,Un,,\n"), 202);
    }

    @Test
    void thousands_of_rows_that_say_the_same_are_told_in_no_time() {
        var rows = new StringBuilder(HEAD);
        for (var i = 0; i < 3_000; i++) {
            rows.append(i).append(",Le plat du jour est le ").append(i).append(",sandbox,2026-12-01T09:00\n");
        }
        var began = System.nanoTime();

        var report = Answers.ok(
                desk.as(Sample.WRITER)
                        .send("POST", PATH + "?dryRun=true", rows.toString().getBytes(UTF_8)),
                200);

        assertThat(report.at("bad").whole().orElseThrow()).isGreaterThan(2_000);
        assertThat((System.nanoTime() - began) / 1_000_000_000).isLessThan(10);
    }

    @Test
    void a_draft_is_read_with_what_it_would_be_warned_of() {
        Answers.ok(send("", "1," + SAPINS + ",sandbox,2026-12-01T09:00\n2," + SAPINS + ",sandbox,\n"), 202);
        var draft = dev.parvis.domain.imports.ImportRow.post(Sample.BRAND, "2");

        var read = Answers.ok(desk.as(Sample.READER).get(Desk.path("/posts/" + draft)), 200);

        assertThat(read.at("warnings", 0, "code").textOr("")).isEqualTo("said_before");
    }
}
