package dev.parvis.functions.report;

import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.parvis.domain.mail.Mailer.Mail;
import dev.parvis.domain.mail.Mailer.Mailing;
import dev.parvis.domain.reports.Report;
import dev.parvis.domain.reports.ReportState;

import static org.assertj.core.api.Assertions.assertThat;

class MailingsTest {
    private static final String CLAIRE = "claire@client.example";
    private static final String MARC = "marc@client.example";

    private final Desk desk = new Desk(October.FIRST_OF_NOVEMBER);
    private final Scene scene = new Scene(desk.ports, Scene.readers(CLAIRE, MARC));
    private Report report = scene.month("2026-10", scene.brand.reporting());

    @BeforeEach
    void october() {
        October.fill(scene);
    }

    private void look() {
        desk.run();
        report = scene.now(report);
    }

    @Test
    void a_refused_address_is_counted_with_its_reason_and_the_others_are_mailed() {
        desk.answer = mail -> mail.to().equals(CLAIRE) ? new Mailing.Refused("MessageRejected") : new Mailing.Sent("1");

        look();

        assertThat(report.state()).isEqualTo(ReportState.READY);
        assertThat(report.mailed()).containsExactly(MARC);
        assertThat(report.reason()).isEqualTo("1 of 2 mails refused: MessageRejected");
        assertThat(desk.told).hasSize(1);
    }

    @Test
    void a_mail_that_must_wait_comes_back_and_the_others_are_not_mailed_again() {
        desk.answer = mail -> mail.to().equals(CLAIRE) ? new Mailing.Later("throttled") : new Mailing.Sent("1");
        look();
        assertThat(report.state()).isEqualTo(ReportState.STORED);
        assertThat(report.reason()).isEqualTo("1 of 2 mails delayed: throttled");
        assertThat(desk.told).isEmpty();
        desk.answer = _ -> new Mailing.Sent("2");

        desk.clock.advance(Duration.ofMinutes(4));
        look();
        assertThat(report.state()).isEqualTo(ReportState.STORED);
        desk.clock.advance(Duration.ofMinutes(1));
        look();

        assertThat(report.state()).isEqualTo(ReportState.READY);
        assertThat(report.reason()).isEmpty();
        assertThat(desk.sent).extracting(Mail::to).containsExactly(MARC, CLAIRE);
    }

    @Test
    void a_mailer_that_says_later_for_a_day_is_given_up_and_the_report_is_ready_all_the_same() {
        desk.answer = _ -> new Mailing.Later("account suspended");
        var looks = 0;
        for (var minutes = 0; minutes <= 26 * 60; minutes += 5) {
            looks += desk.run().reports();
            desk.clock.advance(Duration.ofMinutes(5));
        }

        report = scene.now(report);
        assertThat(report.state()).isEqualTo(ReportState.READY);
        assertThat(report.reason()).isEqualTo("2 of 2 mails given up: account suspended");
        assertThat(looks).isBetween(20, 40);
        assertThat(desk.ports
                        .agenda()
                        .stuck(scene.workspace, dev.parvis.domain.stored.PageRequest.first(10))
                        .items())
                .isEmpty();
    }

    @Test
    void a_report_that_nobody_reads_is_ready_without_a_mail() {
        var alone =
                scene.asked("2026-10-01", "2026-10-31", scene.brand.reporting().language());

        look();

        assertThat(scene.now(alone).state()).isEqualTo(ReportState.READY);
        assertThat(scene.now(alone).reason()).isEmpty();
        assertThat(desk.sent).extracting(Mail::to).containsExactly(CLAIRE, MARC);
    }

    @Test
    void a_report_whose_files_were_erased_before_its_mails_is_failed() {
        desk.answer = _ -> new Mailing.Later("throttled");
        look();
        desk.files.kept.clear();

        desk.clock.advance(Duration.ofMinutes(6));
        look();

        assertThat(report.state()).isEqualTo(ReportState.FAILED);
        assertThat(report.reason()).contains("erased");
    }

    @Test
    void a_report_that_is_deleted_while_it_is_mailed_stays_deleted() {
        desk.answer = _ -> {
            var stored = scene.now(report);
            desk.ports.reports().delete(scene.workspace, report.report(), stored.version());
            return new Mailing.Sent("1");
        };

        desk.run();

        assertThat(desk.ports.reports().find(scene.workspace, report.report())).isEmpty();
        assertThat(desk.sent).hasSize(1);
        assertThat(desk.told).isEmpty();
    }

    @Test
    void what_is_mailed_in_english_reads_as_english() {
        scene.asked("2026-10-01", "2026-10-31", dev.parvis.domain.workspaces.Language.EN, "zoe@client.example");

        look();

        var mail = desk.sent.stream()
                .filter(each -> each.to().startsWith("zoe"))
                .findFirst()
                .orElseThrow();
        assertThat(mail.subject()).isEqualTo("Boulangerie Cœur d’Ébène: your report, 1–31 October 2026");
        assertThat(mail.text())
                .contains("for 1–31 October 2026 is ready", "  Followers: 165 · +15 (+10.0%)", "until 30 January 2027")
                .doesNotContain("\u00a0:");
        assertThat(mail.html()).contains("<html lang=\"en-GB\">", "Open the report");
    }

    @Test
    void a_brand_cannot_write_into_its_mail() {
        var named = new dev.parvis.domain.brands.Brand(
                scene.workspace,
                scene.brand.id(),
                "<b>Ébène</b>\r\nBcc: all@example.org",
                scene.brand.zone(),
                scene.brand.watch(),
                scene.brand.reporting(),
                scene.brand.lateness(),
                scene.brand.createdAt(),
                1);
        desk.ports.brands().change(named);

        look();

        assertThat(desk.sent.getFirst().subject()).doesNotContain("\r", "\n");
        assertThat(desk.sent.getFirst().html()).contains("&lt;b&gt;Ébène").doesNotContain("<b>");
    }
}
