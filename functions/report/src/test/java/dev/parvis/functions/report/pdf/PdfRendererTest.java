package dev.parvis.functions.report.pdf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

import dev.parvis.functions.report.document.Figure;
import dev.parvis.functions.report.document.Lateness;
import dev.parvis.functions.report.document.Period;
import dev.parvis.functions.report.document.PostRow;
import dev.parvis.functions.report.document.ReportDocument;
import dev.parvis.functions.report.document.ReportLanguage;
import dev.parvis.functions.report.document.SampleReports;
import dev.parvis.functions.report.document.Section;
import dev.parvis.functions.report.document.Tally;

import static org.assertj.core.api.Assertions.assertThat;

class PdfRendererTest {
    private static final PdfRenderer RENDERER = new PdfRenderer();

    @Test
    void a_month_is_set_with_accents_ligatures_and_euros() throws IOException {
        Rendered rendered = RENDERER.render(SampleReports.monthly(ReportLanguage.FRENCH));

        keep("report-fr.pdf", rendered);
        assertThat(text(rendered))
                .contains("Boulangerie Cœur d’Ébène", "du 1er au 31 octobre 2026", "12,50 €", "œufs frais & crème")
                .contains("Page 1/" + rendered.pages(), "Page " + rendered.pages() + "/" + rendered.pages());
    }

    @Test
    void the_same_month_is_set_in_english() throws IOException {
        Rendered rendered = RENDERER.render(SampleReports.monthly(ReportLanguage.ENGLISH));

        keep("report-en.pdf", rendered);
        assertThat(text(rendered))
                .contains("Monthly report", "1–31 October 2026", "12,840", "+3.4%", "no comparison", "not provided")
                .doesNotContain("non fourni");
    }

    @Test
    void names_from_everywhere_are_set_in_real_fonts() throws IOException {
        Rendered rendered = RENDERER.render(
                quoting("山田 太郎 スケッチ", "李小龙 面包", "Łódź Ελλάδα Київ", "merci 😀 ❤", "محمد الأمين", "שלום"));

        assertThat(text(rendered))
                .contains("山田 太郎 スケッチ", "李小龙 面包", "Łódź Ελλάδα Київ", "merci 😀 ❤", "محمد الأمين", "שלום");
        assertThat(rendered.missingGlyphs()).isEmpty();
    }

    private static List<String> fonts(Rendered rendered) throws IOException {
        List<String> names = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(rendered.bytes())) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    names.add(page.getResources().getFont(name).getName());
                }
            }
        }
        return names;
    }

    @Test
    void every_font_is_embedded_as_a_subset() throws IOException {
        Rendered rendered = RENDERER.render(quoting("山田", "محمد", "😀"));

        try (PDDocument document = Loader.loadPDF(rendered.bytes())) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    assertThat(font.getName()).matches("[A-Z]{6}\\+.*");
                }
            }
        }
        assertThat(rendered.bytes()).hasSizeLessThan(100_000);
    }

    @Test
    void a_character_that_no_font_has_is_boxed_and_named() throws IOException {
        Rendered rendered = RENDERER.render(quoting("robot 🤖 !", "안녕 🇫🇷"));

        assertThat(rendered.missingGlyphNames()).containsExactly("U+B155", "U+C548", "U+1F916");
        assertThat(text(rendered)).contains("robot", "1F916", "FR");
    }

    @Test
    void emoji_are_set_in_a_font_of_their_own() throws IOException {
        Rendered rendered = RENDERER.render(
                quoting("décollage 🚀 🎉🔥👍🏽 ☕️", "👩‍🍳 cuisine 👨‍👩‍👧 ❤️ 1️⃣ 💛 🎂 ☀️", "😀 عمر 🌙 李小龙 🐉"));

        keep("emoji.pdf", rendered);
        assertThat(rendered.missingGlyphs()).isEmpty();
        assertThat(text(rendered)).contains("décollage 🚀 🎉🔥👍 ☕", "👩🍳 cuisine 👨👩👧 ❤ 1 💛 🎂 ☀");
        assertThat(fonts(rendered)).anyMatch(name -> name.contains("NotoEmoji"));
    }

    @Test
    void the_same_report_gives_the_same_bytes_from_another_renderer() {
        ReportDocument report = SampleReports.monthly(ReportLanguage.FRENCH);

        byte[] first = RENDERER.render(report).bytes();
        byte[] second = new PdfRenderer().render(report).bytes();

        assertThat(second).isEqualTo(first);
    }

    @Test
    void not_provided_failed_and_zero_are_printed_differently() throws IOException {
        Tally zero = new Tally.Counted(0, SampleReports.FOLLOWERS);
        Rendered rendered = RENDERER.render(posts(List.of(
                row("zéro", zero),
                row("absent", new Tally.NotProvided("le réseau ne compte pas les vues")),
                row("échoué", new Tally.Failed("réponse 503")))));

        assertThat(text(rendered))
                .containsPattern("zéro[^é]*à l’heure 0\\R")
                .containsPattern("absent[^é]*à l’heure non fourni")
                .containsPattern("échoué.*\\R.*\\Rà l’heure échec")
                .contains("le réseau ne compte pas les vues", "réponse 503");
    }

    @Test
    void a_key_figure_without_an_earlier_one_has_no_percentage() throws IOException {
        Rendered rendered =
                RENDERER.render(SampleReports.of(ReportLanguage.FRENCH, List.of(SampleReports.keyFigures())));

        String text = text(rendered);
        assertThat(text).contains("pas de comparaison").contains("+7 (base nulle, pas de");
        assertThat(text).contains("Bluesky et Mastodon ne donnent pas").contains("503 aux quatre");
    }

    @Test
    void a_number_is_never_cut_however_long() throws IOException {
        Rendered rendered = RENDERER.render(posts(List.of(
                row("texte", new Tally.Counted(Long.MAX_VALUE, SampleReports.FOLLOWERS)),
                row("texte", new Tally.Counted(Long.MIN_VALUE, SampleReports.FOLLOWERS)))));

        assertThat(text(rendered)).contains("9 223 372 036 854 775 807", "−9 223 372 036 854 775 808");
    }

    @Test
    void ten_thousand_posts_are_bounded_and_the_report_says_so() throws IOException {
        Rendered rendered =
                RENDERER.render(SampleReports.of(ReportLanguage.FRENCH, List.of(SampleReports.posts(10_000))));

        assertThat(rendered.pages()).isBetween(20, 60);
        assertThat(text(rendered)).contains("500 lignes sur 10 000 sont imprimées ici");
    }

    @Test
    void ten_thousand_mentions_are_bounded_too() throws IOException {
        Rendered rendered =
                RENDERER.render(SampleReports.of(ReportLanguage.ENGLISH, List.of(SampleReports.mentions(10_000))));

        assertThat(text(rendered)).contains("300 rows of 10,000 are printed here");
    }

    @Test
    void markup_and_addresses_from_a_network_are_only_letters() throws IOException {
        Rendered rendered = RENDERER.render(quoting(
                "<img src=\"http://127.0.0.1:1/x.png\"><script>alert(1)</script> &amp; %PDF file:///etc/passwd"));

        assertThat(text(rendered).replaceAll("\\s+", ""))
                .contains("<imgsrc=\"http://127.0.0.1:1/x.png\"><script>alert(1)</script>&amp;%PDFfile:///etc/passwd");
    }

    @Test
    void directions_controls_and_towers_of_accents_are_taken_out() throws IOException {
        String tower = "a" + "\u0301".repeat(200) + "b";
        Rendered rendered = RENDERER.render(quoting("piège \u202Egnp.exe\u202C \u0007\u0000\uFEFF fin\u2066", tower));

        assertThat(rendered.missingGlyphs()).isEmpty();
        assertThat(text(rendered)).contains("piège gnp.exe fin");
    }

    @Test
    void lone_surrogates_do_not_stop_a_report() throws IOException {
        Rendered rendered = RENDERER.render(quoting("cassé \uD83D puis", "\uDE00", "\uD83D"));

        assertThat(text(rendered)).contains("cassé").contains("puis");
    }

    @Test
    void the_longest_texts_anyone_could_send_still_fit_their_cells() throws IOException {
        String word = "W".repeat(50_000);
        Rendered rendered = RENDERER.render(new ReportDocument(
                word,
                word,
                word,
                SampleReports.monthly(ReportLanguage.FRENCH).period(),
                SampleReports.FROZEN,
                ReportLanguage.FRENCH,
                List.of(
                        new Section.KeyFigures(
                                word, List.of(new Section.KeyFigure(word, new Figure.NotProvided(word)))),
                        SampleReports.posts(3),
                        posts(List.of(row(word, new Tally.Failed(word))))
                                .sections()
                                .getFirst())));

        keep("report-long.pdf", rendered);
        assertThat(rendered.pages()).isLessThan(6);
    }

    @Test
    void a_quarter_with_more_counts_than_a_page_is_wide_says_what_it_leaves_out() throws IOException {
        Section.Posts few = SampleReports.posts(30);
        List<String> columns = new ArrayList<>(few.columns());
        columns.addAll(List.of("Citations", "Signets", "Clics", "Enregistrements", "Commentaires"));
        List<PostRow> rows =
                few.rows().stream().map(row -> widened(row, columns.size())).toList();

        Rendered rendered = RENDERER.render(new ReportDocument(
                "Rapport trimestriel",
                "محمد الأمين – حلويات",
                "Atelier Parvis",
                new Period(LocalDate.parse("2026-07-01"), LocalDate.parse("2026-09-30"), SampleReports.PARIS),
                SampleReports.FROZEN,
                ReportLanguage.FRENCH,
                List.of(quarter(), new Section.Posts("Publications du trimestre", columns, rows))));

        keep("report-quarter.pdf", rendered);
        assertThat(text(rendered)).contains("4 938 268", "5 colonnes sur 9 sont imprimées ici");
    }

    private static PostRow widened(PostRow row, int columns) {
        List<Tally> tallies = new ArrayList<>(row.tallies());
        while (tallies.size() < columns) {
            tallies.add(new Tally.Counted(1_234_567L * tallies.size(), SampleReports.STATUSES));
        }
        return new PostRow(row.excerpt(), row.network(), row.url(), row.publishedAt(), row.lateness(), tallies);
    }

    private static Section.TimeSeries quarter() {
        List<Section.Line> lines = new ArrayList<>();
        for (String name : List.of("Réactions", "Partages", "Réponses")) {
            List<Section.Point> points = new ArrayList<>();
            for (int day = 0; day < 92; day++) {
                long value = Math.round(40 + 30 * Math.sin(day / (3.0 + lines.size())) + 12 * lines.size());
                Tally tally = day % 29 == 28
                        ? new Tally.Failed("le serveur n’a pas répondu")
                        : new Tally.Counted(value, SampleReports.STATUSES);
                points.add(new Section.Point(LocalDate.parse("2026-07-01").plusDays(day), tally));
            }
            lines.add(new Section.Line(name, points));
        }
        return new Section.TimeSeries("Engagement jour par jour", "par jour", lines);
    }

    @Test
    void empty_sections_say_that_there_is_nothing() throws IOException {
        Rendered rendered = RENDERER.render(SampleReports.of(
                ReportLanguage.FRENCH,
                List.of(
                        new Section.KeyFigures("Chiffres", List.of()),
                        new Section.TimeSeries("Courbe", "abonnés", List.of(new Section.Line("Bluesky", List.of()))),
                        new Section.Posts("Publications", List.of("J’aime"), List.of()),
                        new Section.Mentions("Mentions", List.of()),
                        new Section.Notes("Notes", List.of()),
                        new Section.Definitions("Définitions", List.of()))));

        assertThat(text(rendered).split("sur la période\\.", -1)).hasSize(5);
        assertThat(text(rendered)).doesNotContain("Notes", "Définitions");
        assertThat(rendered.pages()).isEqualTo(1);
    }

    @Test
    void a_reader_is_told_language_title_headings_cells_and_what_a_chart_shows() throws IOException {
        Rendered rendered = RENDERER.render(SampleReports.monthly(ReportLanguage.FRENCH));

        try (PDDocument document = Loader.loadPDF(rendered.bytes())) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("fr-FR");
            assertThat(document.getDocumentInformation().getTitle()).startsWith("Rapport mensuel – Boulangerie");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(Outline.of(document))
                    .contains("H1", "H2", "Table", "TH", "TD", "Figure")
                    .anyMatch(entry -> entry.startsWith("alt: Graphique, Abonnés jour par jour (abonnés). Bluesky"));
        }
    }

    @Test
    void a_post_leads_to_its_page_and_to_nothing_else() throws IOException {
        List<PostRow> rows = new ArrayList<>();
        for (String url : List.of(
                "https://bsky.app/profile/a/post/1",
                "javascript:alert(1)",
                "file:///etc/passwd",
                "https://",
                "",
                "https://bsky.app@evil.example/",
                "data:text/html,x",
                "https://exa mple/",
                "//evil.example/")) {
            rows.add(new PostRow(
                    "texte",
                    "Bluesky",
                    url,
                    SampleReports.FROZEN,
                    new Lateness.Unscheduled(),
                    List.of(new Tally.Counted(1, SampleReports.FOLLOWERS))));
        }

        Rendered rendered = RENDERER.render(posts(rows));

        assertThat(links(rendered)).containsExactly("https://bsky.app/profile/a/post/1");
        try (PDDocument document = Loader.loadPDF(rendered.bytes())) {
            assertThat(Outline.of(document)).containsOnlyOnce("Link");
        }
    }

    private static List<String> links(Rendered rendered) throws IOException {
        List<String> links = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(rendered.bytes())) {
            for (PDPage page : document.getPages()) {
                for (PDAnnotation annotation : page.getAnnotations()) {
                    PDAnnotationLink link = (PDAnnotationLink) annotation;
                    links.add(((PDActionURI) link.getAction()).getURI());
                }
            }
        }
        return links;
    }

    private static ReportDocument quoting(String... texts) {
        List<PostRow> rows = new ArrayList<>();
        for (String text : texts) {
            rows.add(row(text, new Tally.Counted(1, SampleReports.FOLLOWERS)));
        }
        return posts(rows);
    }

    private static ReportDocument posts(List<PostRow> rows) {
        return SampleReports.of(
                ReportLanguage.FRENCH, List.of(new Section.Posts("Publications", List.of("J’aime"), rows)));
    }

    private static PostRow row(String excerpt, Tally tally) {
        Instant published = Instant.parse("2026-10-03T08:00:00Z");
        return new PostRow(excerpt, "Bluesky", "", published, new Lateness.By(Duration.ZERO), List.of(tally));
    }

    /** As a reader copies it, spaces made plain. */
    private static String text(Rendered rendered) throws IOException {
        try (PDDocument document = Loader.loadPDF(rendered.bytes())) {
            String text = new PDFTextStripper().getText(document);
            return Normalizer.normalize(text, Normalizer.Form.NFC)
                    .replace('\u00a0', ' ')
                    .replace('\u202f', ' ');
        }
    }

    private static void keep(String name, Rendered rendered) throws IOException {
        Files.write(Files.createDirectories(Path.of("target", "reports")).resolve(name), rendered.bytes());
    }
}
