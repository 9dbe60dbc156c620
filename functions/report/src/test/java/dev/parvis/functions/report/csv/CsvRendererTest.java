package dev.parvis.functions.report.csv;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.parvis.functions.report.document.Lateness;
import dev.parvis.functions.report.document.PostRow;
import dev.parvis.functions.report.document.ReportLanguage;
import dev.parvis.functions.report.document.SampleReports;
import dev.parvis.functions.report.document.Section;
import dev.parvis.functions.report.document.Tally;

import static org.assertj.core.api.Assertions.assertThat;

class CsvRendererTest {
    private final CsvRenderer renderer = new CsvRenderer();

    @Test
    void a_french_file_starts_with_a_mark_and_parts_cells_by_semicolons() {
        byte[] bytes = renderer.figures(SampleReports.monthly(ReportLanguage.FRENCH));

        assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(lines(bytes).getFirst()).startsWith("\ufeff\"Partie\";\"Chiffre\";\"Quand\";\"État\";\"Valeur\"");
        assertThat(lines(bytes))
                .anyMatch(line -> line.contains("\"Réponses par publication\"") && line.contains(";3,25;"));
    }

    @Test
    void an_english_file_parts_them_by_commas_and_writes_points() {
        byte[] bytes = renderer.figures(SampleReports.monthly(ReportLanguage.ENGLISH));

        assertThat(lines(bytes).getFirst()).startsWith("\ufeff\"Section\",\"Figure\",\"When\"");
        assertThat(lines(bytes)).anyMatch(line -> line.contains(",3.25,"));
    }

    @Test
    void each_figure_carries_its_source_and_its_state() {
        List<String> lines = lines(renderer.figures(SampleReports.monthly(ReportLanguage.FRENCH)));

        assertThat(row(lines, "\"Abonnés\""))
                .contains("\"mesuré\";12840;\"nombre\";;12417;423;3.4".replace("3.4", "3,4"))
                .contains("\"Bluesky\";\"app.bsky.actor.getProfile followersCount\";\"2026-10-31 23:10:00\"");
        assertThat(row(lines, "\"Impressions\"")).contains("\"non fourni\";\"non fourni\"");
        assertThat(row(lines, "\"Favoris reçus\"")).contains("\"échec\";\"échec\"", "503", "favourites_count");
    }

    @Test
    void without_an_earlier_figure_or_a_base_there_is_no_percentage() {
        List<String> lines = lines(renderer.figures(SampleReports.monthly(ReportLanguage.FRENCH)));

        assertThat(row(lines, "\"Réponses par publication\"")).contains(";;;;\"pas de comparaison\"");
        assertThat(row(lines, "\"Mentions\"")).contains(";0;7;;\"base nulle, pas de pourcentage\"");
    }

    @Test
    void every_row_has_as_many_cells_as_the_header() {
        List<String> lines = lines(renderer.figures(SampleReports.monthly(ReportLanguage.FRENCH)));

        assertThat(lines).hasSize(1 + 9 + 2 * 31).allSatisfy(line -> assertThat(cells(line))
                .isEqualTo(15));
    }

    @Test
    void posts_keep_their_whole_text_and_the_three_states() {
        List<String> lines = lines(renderer.posts(SampleReports.monthly(ReportLanguage.FRENCH)));

        assertThat(lines).hasSize(25).allSatisfy(line -> assertThat(cells(line)).isEqualTo(11));
        assertThat(lines.get(5)).contains("\"échec\";\"non fourni\"");
        assertThat(lines.get(1)).contains("\"2026-10-01 09:30:00\"");
    }

    @Test
    void mentions_have_their_own_file() {
        List<String> lines = lines(renderer.mentions(SampleReports.monthly(ReportLanguage.FRENCH)));

        assertThat(lines).hasSize(9).allSatisfy(line -> assertThat(cells(line)).isEqualTo(6));
        assertThat(lines.get(1)).startsWith("\"La cuvée").endsWith("\"2026-10-02 12:00:00\";\"positive\"");
        assertThat(lines.get(2)).contains("\"محمد الأمين\"");
    }

    @Test
    void text_that_a_spreadsheet_would_run_is_disarmed() {
        for (String formula : List.of(
                "=HYPERLINK(\"http://evil.example\")",
                "+1",
                "-2+3",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\u00a0\u200b=1",
                "＝1",
                "\u202e=1",
                "\ufeff=1")) {
            String line = lines(renderer.posts(SampleReports.of(ReportLanguage.FRENCH, List.of(posts(formula)))))
                    .get(1);

            assertThat(line).as(formula).startsWith("\"'");
        }
    }

    @Test
    void quotes_separators_and_line_breaks_stay_in_their_cell() {
        String line = lines(renderer.posts(SampleReports.of(
                        ReportLanguage.FRENCH, List.of(posts("il dit : \"oui\"; puis\r\n=1\u0000 fin")))))
                .get(1);

        assertThat(line).startsWith("\"il dit : \"\"oui\"\"; puis  =1  fin\";\"Bluesky\"");
        assertThat(cells(line)).isEqualTo(8);
    }

    private static Section.Posts posts(String excerpt) {
        return new Section.Posts(
                "Publications",
                List.of("J’aime"),
                List.of(new PostRow(
                        excerpt,
                        "Bluesky",
                        "",
                        Instant.parse("2026-10-03T08:00:00Z"),
                        new Lateness.By(Duration.ofMillis(1250)),
                        List.of(new Tally.Counted(3, SampleReports.FOLLOWERS)))));
    }

    private static List<String> lines(byte[] bytes) {
        return List.of(new String(bytes, StandardCharsets.UTF_8).split("\r\n"));
    }

    private static String row(List<String> lines, String label) {
        return lines.stream().filter(line -> line.contains(label)).findFirst().orElseThrow();
    }

    private static long cells(String line) {
        return 1
                + line.replaceAll("\"[^\"]*\"", "")
                        .chars()
                        .filter(c -> c == ';')
                        .count();
    }
}
