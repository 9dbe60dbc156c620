package dev.parvis.functions.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Base64;
import java.util.List;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.parvis.domain.reports.Report;
import dev.parvis.domain.reports.ReportId;
import dev.parvis.domain.reports.ReportLink;
import dev.parvis.domain.reports.ReportState;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.Language;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.secret.SignedToken;

import static org.assertj.core.api.Assertions.assertThat;

/** A month's report through the wired function, on a real table, a real bucket and a real mailbox. */
class MonthTest {
    private static final String READER = "claire@client.example";

    @TempDir
    private Path folder = Path.of("");

    private RealHouse house;
    private Scene scene;

    @BeforeEach
    void october() throws IOException {
        house = new RealHouse(folder, October.FIRST_OF_NOVEMBER);
        scene = new Scene(house.ports, Scene.readers(READER));
        October.fill(scene);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private String text(Report report, String file) {
        return plain(new String(house.file(report.fileKey(file)), StandardCharsets.UTF_8));
    }

    /** With every kind of space as a plain one. */
    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    private List<String> rows(Report report, String file) {
        return text(report, file).replace("\"", "").lines().toList();
    }

    private String pdf(Report report) throws IOException {
        var bytes = house.file(report.fileKey("report.pdf"));
        Files.createDirectories(Path.of("target/reports"));
        Files.write(Path.of("target/reports/month-" + report.language() + ".pdf"), bytes);
        try (var document = Loader.loadPDF(bytes)) {
            return plain(new PDFTextStripper().getText(document)).replaceAll("\\s+", " ");
        }
    }

    private static Report made(Scene scene, RealHouse house) throws IOException {
        var report = scene.month("2026-10", scene.brand.reporting());
        assertThat(house.wake("report-tick.json"))
                .isEqualTo(Json.obj("reports", 1, "sealed", 0, "faults", 0, "stuck", 0));
        return scene.now(report);
    }

    @Test
    void the_figures_are_those_added_up_by_hand() throws IOException {
        var report = made(scene, house);

        var figures = rows(report, "figures.csv");
        assertThat(report.state()).isEqualTo(ReportState.READY);
        assertThat(figures)
                .anyMatch(row -> row.startsWith("Chiffres clés;Abonnés;2026-10-31;mesuré;165;nombre;;150;15;10,0;"));
        assertThat(figures)
                .anyMatch(row -> row.startsWith("Chiffres clés;Publications;2026-10-31;mesuré;3;nombre;;1;2;200,0;"));
        assertThat(figures)
                .anyMatch(row -> row.startsWith(
                        "Chiffres clés;À l’heure;2026-10-31;mesuré;50,0;%;2 / 4 publications prévues;100,0;"));
        assertThat(figures).anyMatch(row -> row.startsWith("Chiffres clés;Retard médian;2026-10-31;mesuré;2,000;"));
        assertThat(figures)
                .anyMatch(row -> row.startsWith("Chiffres clés;Plus grand retard;2026-10-31;mesuré;90,000;"));
        assertThat(figures).anyMatch(row -> row.startsWith("Chiffres clés;J’aime;2026-10-31;mesuré;8;nombre;"));
        assertThat(figures)
                .anyMatch(row -> row.startsWith("Chiffres clés;Mentions;2026-10-31;mesuré;3;nombre;;1;2;200,0;"));
        assertThat(figures)
                .anyMatch(row -> row.startsWith("Chiffres clés;Échanges reçus;2026-10-31;mesuré;3;nombre;;0;3;;"));
    }

    @Test
    void a_total_says_how_many_posts_it_is_over() throws IOException {
        var report = made(scene, house);

        assertThat(rows(report, "figures.csv"))
                .anyMatch(row -> row.contains(";J’aime;")
                        && row.contains("sans : 1 (publications mesurées : 2 sur 3 ; pas relevé : 1)"))
                .anyMatch(row -> row.contains(";Réponses;")
                        && row.contains("sans : 2 (publications mesurées : 1 sur 3 ; échec : 1, pas relevé : 1)"));
    }

    @Test
    void zero_not_provided_and_failed_stay_apart_from_the_row_to_the_paper() throws IOException {
        var report = made(scene, house);

        var posts = rows(report, "posts.csv");
        assertThat(posts).hasSize(4);
        assertThat(posts.get(1)).contains(";0,400;3;0;échec;0;").startsWith("'=La cuvée d’automne");
        assertThat(posts.get(2)).contains(";90,000;5;2;1;non fourni;");
        assertThat(posts.get(3)).contains(";2,000;pas relevé;pas relevé;pas relevé;pas relevé;");
        assertThat(text(report, "data.json"))
                .contains("\"LIKES\":{\"measured\":3,\"endpoint\":\"app.bsky.feed.getPosts\",\"field\":\"likeCount\"")
                .contains("\"REPOSTS\":{\"measured\":0,")
                .contains("\"REPLIES\":{\"failed\":\"503 from the server\",\"at\":\"2026-11-01T02:00:00.000Z\"}")
                .contains("\"QUOTES\":{\"notProvided\":\"the network does not tell it\"}");
        assertThat(pdf(report))
                .contains("non fourni", "échec", "la lecture du 1er novembre 2026 a échoué")
                .contains("non fourni : Mastodon ne donne pas ce chiffre")
                .contains("Abonnés : 165 à la fin de la période, contre 150 au début.")
                .contains("Impressions : non fourni par Bluesky, Mastodon.")
                .contains("Publications sans aucun relevé : 1 sur 3.");
    }

    @Test
    void the_same_month_in_english_holds_no_french_word_of_ours() throws IOException {
        var report = scene.asked("2026-10-01", "2026-10-31", Language.EN, READER);

        house.wake("report-requested.json");

        assertThat(pdf(scene.now(report)))
                .contains("Activity report", "Followers: 165 at the end of the period, 150 at its start.")
                .contains(
                        "excludes: 1 (posts measured: 2 of 3; not read: 1)",
                        "no comparison (not all posts were measured)")
                .doesNotContain("Abonnés", "fourni", "échec", "relevé ", "Publications", "Définition", "prévue");
    }

    @Test
    void a_day_is_a_day_of_the_brands_zone_also_when_the_clocks_go_back() throws IOException {
        var report = made(scene, house);

        var days = rows(report, "figures.csv").stream()
                .filter(row -> row.startsWith("Mentions jour après jour;"))
                .toList();
        assertThat(days).hasSize(31);
        assertThat(days)
                .filteredOn(row -> row.contains(";2026-10-02;mesuré;2;"))
                .hasSize(1);
        assertThat(days)
                .filteredOn(row -> row.contains(";2026-10-26;mesuré;1;"))
                .hasSize(1);
        assertThat(days)
                .filteredOn(row -> row.contains(";2026-10-25;mesuré;0;"))
                .hasSize(1);
        assertThat(text(report, "posts.csv")).doesNotContain("novembre", "septembre");
    }

    @Test
    void the_reader_is_mailed_a_link_of_their_own_in_french() throws IOException {
        var report = made(scene, house);

        var mail = house.mail.mailbox().newest(5).getFirst();
        assertThat(house.mail.mailbox().size()).isEqualTo(1);
        assertThat(mail.to()).containsExactly(READER);
        var named = Base64.getEncoder().encodeToString("Atelier Café".getBytes(StandardCharsets.UTF_8));
        assertThat(mail.from()).isEqualTo("=?UTF-8?B?" + named + "?= <" + RealHouse.FROM + ">");
        assertThat(mail.subject()).contains("\u00a0: ");
        assertThat(plain(mail.subject()))
                .isEqualTo("Boulangerie Cœur d’Ébène : votre rapport du 1er au 31 octobre 2026");
        assertThat(plain(mail.text())).contains("Abonnés : 165", "jusqu’au 30 janvier 2027");
        assertThat(mail.html()).contains("lang=\"fr-FR\"", "Ouvrir le rapport");
        assertThat(report.mailed()).containsExactly(READER);
        var link = mail.text()
                .lines()
                .filter(line -> line.startsWith("https://parvis.example/r/"))
                .findFirst();
        var opened = house.tokens()
                .open(ReportLink.PURPOSE, link.orElseThrow().substring("https://parvis.example/r/".length()));
        assertThat(opened).isInstanceOfSatisfying(SignedToken.Opened.Valid.class, valid -> assertThat(
                        ReportLink.parse(valid.payload()).orElseThrow().isFor(report))
                .isTrue());
        keep(mail.html(), mail.text());
    }

    private static void keep(String html, String plain) throws IOException {
        Files.createDirectories(Path.of("target/reports"));
        Files.writeString(Path.of("target/reports/mail.html"), html);
        Files.writeString(Path.of("target/reports/mail.txt"), plain);
    }

    @Test
    void the_next_month_is_ordered_for_those_who_read_today() throws IOException {
        var report = scene.month("2026-10", Scene.readers("old@client.example"));

        house.wake("report-tick.json");

        var next = house.ports
                .reports()
                .find(scene.workspace, new ReportId("M-" + YearMonth.of(2026, 11) + "-" + scene.brand.id()))
                .orElseThrow();
        assertThat(next.recipients()).containsExactly(READER);
        assertThat(next.state()).isEqualTo(ReportState.WAITING);
        assertThat(scene.now(report).recipients()).containsExactly(READER);
        assertThat(house.mail.mailbox().newest(5)).allMatch(mail -> mail.to().equals(List.of(READER)));
    }

    @Test
    void waking_twice_makes_one_report_one_mail_one_entry_and_one_event_with_the_same_id() throws IOException {
        var report = made(scene, house);
        var first = house.file(report.fileKey("data.json"));

        house.wake("report-requested.json");

        assertThat(house.file(report.fileKey("data.json"))).isEqualTo(first);
        assertThat(house.mail.mailbox().size()).isEqualTo(1);
        var entries = house.ports
                .audit()
                .list(scene.workspace, YearMonth.of(2026, 11), PageRequest.first(50))
                .items();
        assertThat(entries)
                .filteredOn(entry -> entry.action().equals("report.ready"))
                .hasSize(1);
        assertThat(house.bus.newest(10))
                .filteredOn(event -> event.toString().contains("report.ready"))
                .hasSize(1);
    }

    @Test
    void log_lines_hold_no_address_and_no_token() throws IOException {
        made(scene, house);

        assertThat(house.log()).contains("\"event\":\"report.stored\"", "\"event\":\"report.mailed\"", "\"pages\":");
        assertThat(house.log()).doesNotContain(READER, "/r/", "Cœur");
    }

    @Test
    void without_a_senders_address_the_files_are_stored_and_the_reason_says_so() throws IOException {
        house.without("PARVIS_MAIL_FROM");
        house.without("PARVIS_PUBLIC_URL");

        var report = made(scene, house);

        assertThat(report.state()).isEqualTo(ReportState.READY);
        assertThat(report.reason()).contains("no sender's address is configured");
        assertThat(house.file(report.fileKey("report.pdf"))).isNotEmpty();
        assertThat(house.mail.mailbox().size()).isZero();
    }

    @Test
    void a_brand_that_wants_no_monthly_report_any_more_gets_none_and_no_next_one() throws IOException {
        var report = scene.month("2026-10", scene.brand.reporting());
        var silent = new dev.parvis.domain.brands.Brand(
                scene.workspace,
                scene.brand.id(),
                scene.brand.name(),
                scene.brand.zone(),
                scene.brand.watch(),
                new dev.parvis.domain.brands.Reporting(
                        false, scene.brand.reporting().language(), List.of()),
                scene.brand.lateness(),
                Instant.parse("2026-01-05T09:00:00Z"),
                1);
        house.ports.brands().change(silent);

        house.wake("report-tick.json");

        assertThat(scene.now(report).state()).isEqualTo(ReportState.FAILED);
        assertThat(house.ports
                        .reports()
                        .list(scene.workspace, scene.brand.id(), PageRequest.first(10))
                        .items())
                .hasSize(1);
        assertThat(house.mail.mailbox().size()).isZero();
    }
}
