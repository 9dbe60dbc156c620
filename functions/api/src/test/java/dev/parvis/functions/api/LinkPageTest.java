package dev.parvis.functions.api;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.parvis.domain.reports.Report;
import dev.parvis.domain.reports.ReportLink;
import dev.parvis.domain.reports.ReportState;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.vault.SealedTokens;

import static org.assertj.core.api.Assertions.assertThat;

/** The page behind a mailed link: no token in hand, a scanner before every reader, a stranger now and then. */
class LinkPageTest {
    private static final String RECIPIENT = "client@example.org";

    private final Desk desk = Desk.settled();

    private String link(Report report, String recipient) {
        return "/r/"
                + new SealedTokens(desk.sealer, desk.clock)
                        .issue(
                                ReportLink.PURPOSE,
                                ReportLink.to(report, recipient).payload(),
                                Sample.NOW.plus(Duration.ofDays(30)));
    }

    private String link() {
        return link(Sample.report(ReportState.READY), RECIPIENT);
    }

    private Response post(String link, String form) {
        return desk.as("").send("POST", link, form.getBytes(StandardCharsets.UTF_8));
    }

    private static String page(Response response) {
        assertThat(response.headers()).containsEntry("content-type", "text/html; charset=utf-8");
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    @Test
    void opening_the_link_shows_a_page_with_buttons_and_no_file() {
        var answer = desk.as("").get(link());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(page(answer))
                .contains("<html lang=\"fr\">")
                .contains("<h1>Café Hélios\u00a0: votre rapport</h1>")
                .contains("Du 1er octobre 2026 au 31 octobre 2026.")
                .contains("<form method=\"post\">")
                .doesNotContain("bucket.example")
                .doesNotContain(RECIPIENT);
        assertThat(answer.headers()).doesNotContainKey("location");
    }

    @Test
    void the_button_leads_to_the_file_under_a_name() {
        var pdf = post(link(), "file=report.pdf");
        var csv = post(link(), "file=figures.csv");
        var other = post(link(), "file=data.json");

        assertThat(List.of(pdf.status(), csv.status(), other.status())).containsOnly(303);
        assertThat(pdf.headers().get("location"))
                .contains("/reports/" + Sample.REPORT + "/report.pdf")
                .contains("as=2026-10-01_2026-10-31_report.pdf");
        assertThat(csv.headers().get("location")).contains("/figures.csv");
        assertThat(other.headers().get("location"))
                .as("only what the page offers")
                .contains("/report.pdf");
        assertThat(pdf.headers())
                .containsEntry("cache-control", "no-store")
                .containsEntry("referrer-policy", "no-referrer");
    }

    @Test
    void the_page_is_kept_from_caches_frames_scripts_and_search() {
        for (var answer : List.of(desk.as("").get(link()), desk.as("").get("/r/forged"))) {
            assertThat(answer.headers())
                    .containsEntry("cache-control", "no-store")
                    .containsEntry("referrer-policy", "no-referrer")
                    .containsEntry("x-content-type-options", "nosniff")
                    .containsEntry("x-robots-tag", "noindex")
                    .hasEntrySatisfying("content-security-policy", policy -> assertThat(policy)
                            .contains("default-src 'none'")
                            .contains("frame-ancestors 'none'")
                            .contains("form-action *")
                            .doesNotContain("script-src"));
        }
    }

    /** A browser holds the redirect to the bucket's host to form-action as well. */
    @Test
    void the_policy_lets_the_form_through_to_the_host_of_the_file() {
        var location = post(link(), "file=report.pdf").headers().getOrDefault("location", "");

        assertThat(location).startsWith("https://bucket.example/");
        assertThat(desk.as("").get(link()).headers().get("content-security-policy"))
                .contains("form-action *");
    }

    @Test
    void a_forged_an_ended_and_a_withdrawn_link_look_the_same() {
        var link = link();
        var forged = desk.as("").get(link.substring(0, link.length() - 2) + "AA");
        var ofCursor = desk.as("")
                .get("/r/"
                        + new SealedTokens(desk.sealer, desk.clock).issue("cursor", "x", Sample.NOW.plusSeconds(60)));
        var toOther = desk.as("").get(link(Sample.report(ReportState.READY), "other@example.org"));
        desk.stores.reports().delete(Sample.WORKSPACE, Sample.REPORT, 1);
        var withdrawn = desk.as("").get(link);
        desk.clock.advance(Duration.ofDays(30));
        var ended = desk.as("").get(link);

        assertThat(List.of(forged, ofCursor, toOther, withdrawn, ended))
                .extracting(answer -> answer.status() + page(answer))
                .containsOnly(404 + page(forged));
        assertThat(post(link, "file=report.pdf").status()).isEqualTo(404);
    }

    @Test
    void a_report_that_is_not_stored_yet_cannot_be_opened() {
        desk.stores.reports().delete(Sample.WORKSPACE, Sample.REPORT, 1);
        desk.stores.reports().create(Sample.report(ReportState.WAITING), Sample.NOW);

        assertThat(desk.as("").get(link()).status()).isEqualTo(404);
        assertThat(post(link(), "file=report.pdf").status()).isEqualTo(404);
    }

    @Test
    void the_page_of_a_lost_link_speaks_the_readers_language() {
        assertThat(page(desk.as("").with("Accept-Language", "en-GB,en;q=0.9").get("/r/x")))
                .contains("lang=\"en\"")
                .contains("This link leads nowhere any more");
        assertThat(page(desk.as("").get("/r/x")))
                .contains("lang=\"fr\"", "<title>Ce lien ne mène plus à rien</title>", "Ce lien ne mène plus à rien");
    }

    @Test
    void a_head_request_changes_and_shows_nothing() {
        var answer = desk.as("").send("HEAD", link(), new byte[0]);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
    }
}
