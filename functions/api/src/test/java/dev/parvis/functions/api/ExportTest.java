package dev.parvis.functions.api;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.imports.ImportRow;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.text.CsvReader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** Posts as a file. */
class ExportTest {
    private static final String BRAND = Desk.path("/brands/" + Sample.BRAND);

    private final Desk desk = Desk.settled();

    private String exported(String query) {
        var answer = desk.as(Sample.READER).get(BRAND + "/posts.csv" + query);
        assertThat(answer.status()).as(Answers.text(answer)).isEqualTo(200);
        assertThat(answer.headers()).containsEntry("content-type", "text/csv; charset=utf-8");
        return new String(answer.body(), UTF_8);
    }

    private void written() {
        desk.uploaded();
        var file = "key,text,link,linkTitle,channels,at,images,alts,language,firstComment,theme\n"
                + "1,\"=cmd|' /C calc'!A0; \"\"oui\"\"\",https://helios.example/,'-titre,sandbox,2026-11-29T09:00,"
                + Sample.MEDIA + ",+33 vue,fr,#pain,Carte\n"
                + "2,'=aussi\u00e9,,,,,,,,,\n"
                + "3,Décembre,,,sandbox,2026-12-01T00:30,,,,,\n";
        Answers.ok(desk.as(Sample.WRITER).send("POST", BRAND + "/imports", file.getBytes(UTF_8)), 202);
    }

    @Test
    void what_is_exported_is_known_again_to_the_letter() {
        written();

        for (var separator : List.of("comma", "semicolon")) {
            var file = exported("?from=2026-11-01&to=2026-12-31&separator=" + separator);
            var report = Answers.ok(
                    desk.as(Sample.WRITER).send("POST", BRAND + "/imports?dryRun=true", file.getBytes(UTF_8)), 200);

            assertThat(report.at("known").whole()).as(report.toString()).hasValue(4L);
            assertThat(report.at("good").whole()).hasValue(0L);
        }
    }

    @Test
    void a_channel_whose_handle_has_words_is_called_in_one() {
        var there =
                desk.stores.channels().find(Sample.WORKSPACE, Sample.CHANNEL).orElseThrow();
        desk.stores
                .channels()
                .change(new Channel(
                        there.workspace(),
                        there.id(),
                        there.brand(),
                        there.network(),
                        there.server(),
                        there.account(),
                        "Snapchat, helios",
                        there.state(),
                        there.reason(),
                        there.connectedAt(),
                        there.version()));
        var head = "key,text,channels,at\n";
        var row = "7,Du neuf,sandbox:snapchat_helios,2026-12-02T09:00\n";
        Answers.ok(desk.as(Sample.WRITER).send("POST", BRAND + "/imports", (head + row).getBytes(UTF_8)), 202);

        assertThat(exported("?from=2026-12-02&to=2026-12-02")).contains("sandbox:Snapchat_helios");
    }

    @Test
    void what_is_exported_makes_the_same_posts_where_they_are_gone() {
        written();
        var file = exported("?from=2026-12-01&to=2026-12-01");
        var before = desk.stores
                .posts()
                .find(Sample.WORKSPACE, ImportRow.post(Sample.BRAND, "3"))
                .orElseThrow()
                .post();
        desk.stores.posts().delete(Sample.WORKSPACE, before.id(), before.version());

        for (var made : new long[] {1, 0}) {
            var answer = Answers.ok(desk.as(Sample.WRITER).send("POST", BRAND + "/imports", file.getBytes(UTF_8)), 202);
            assertThat(answer.at("made").whole()).hasValue(made);
        }
    }

    @Test
    void no_cell_is_a_formula() throws CsvReader.Malformed {
        written();

        var file = exported("?from=2026-11-01&to=2026-12-31&separator=comma").substring(1);

        assertThat(CsvReader.read(file, ',', 100, 50)).hasSize(5).allSatisfy(row -> assertThat(row.cells())
                .noneMatch(cell -> cell.matches("(?s)[=+@-].*")));
    }

    @Test
    void days_are_the_brands() {
        written();

        assertThat(exported("?from=2026-12-01&to=2026-12-01"))
                .contains("Décembre")
                .doesNotContain("oui");
        assertThat(exported("?from=2026-11-30&to=2026-11-30")).doesNotContain("Décembre");
    }

    @Test
    void a_french_brand_has_semicolons_and_a_byte_order_mark() {
        assertThat(exported("?from=2026-11-01&to=2026-11-30"))
                .startsWith("\uFEFF\"key\";\"text\"")
                .contains("Nouveau : le chocolat chaud.")
                .contains("\"sandbox:helios\"")
                .contains("\"scheduled\"");
    }

    @Test
    void days_that_are_none_or_too_many_are_refused() {
        for (var query : List.of(
                "",
                "?from=2026-11-01",
                "?from=2026-11-31&to=2026-12-01",
                "?from=2026-12-01&to=2026-11-30",
                "?from=2026-01-01&to=2027-12-31",
                "?from=%2B99999-01-01&to=%2B99999-01-02",
                "?from=2026-11-01&to=2026-11-30&separator=pipe")) {
            Answers.refused(desk.as(Sample.READER).get(BRAND + "/posts.csv" + query), Problem.Code.INVALID_REQUEST);
        }
    }
}
