package dev.parvis.functions.report;

import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.parvis.domain.Breaking;
import dev.parvis.domain.Breaking.Broken;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.reports.ReportId;
import dev.parvis.domain.reports.ReportState;
import dev.parvis.domain.stored.PageRequest;

import static org.assertj.core.api.Assertions.assertThat;

/** Each call of the function breaks in turn, before it is made or after; the next worker finds the row and ends it. */
class BrokenCallsTest {
    private static final List<String> READERS =
            List.of("claire@client.example", "marc@client.example", "zoe@client.example");

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whichever_call_breaks_there_is_one_report_and_at_most_one_mail_twice(boolean afterwards) {
        var calls = 1;
        for (var at = 1; at <= calls; at++) {
            calls = Math.max(calls, oneReportAlthough(at, afterwards));
        }

        assertThat(calls).isGreaterThan(40);
    }

    /** How many calls the whole makes. */
    private static int oneReportAlthough(int at, boolean afterwards) {
        var desk = new Desk(October.FIRST_OF_NOVEMBER);
        var scene = new Scene(desk.ports, Scene.readers(READERS.toArray(String[]::new)));
        October.fill(scene);
        var report = scene.month("2026-10", scene.brand.reporting());
        var breaking = new Breaking(at, afterwards);
        runBroken(desk, breaking);
        var firstData = desk.files.kept.get(report.fileKey("data.json"));
        var broken = breaking.calls() >= at;

        desk.clock.advance(Desk.LEASE.plusSeconds(1));
        desk.run();

        var now = scene.now(report);
        var why = "call " + at + (afterwards ? " answered to nobody" : " not made");
        assertThat(now.state()).as(why).isEqualTo(ReportState.READY);
        assertThat(now.mailed()).as(why).containsExactlyElementsOf(READERS);
        var mails = new TreeMap<String, Integer>();
        desk.sent.forEach(mail -> mails.merge(mail.to(), 1, Integer::sum));
        assertThat(mails.keySet()).as(why).containsExactlyElementsOf(READERS);
        assertThat(desk.sent.size()).as(why).isBetween(READERS.size(), READERS.size() + 1);
        assertThat(desk.files.kept.keySet())
                .as(why)
                .containsExactlyInAnyOrder(
                        report.fileKey("data.json"),
                        report.fileKey("report.pdf"),
                        report.fileKey("figures.csv"),
                        report.fileKey("posts.csv"));
        if (firstData != null) {
            assertThat(desk.files.kept.get(report.fileKey("data.json"))).as(why).isSameAs(firstData);
        }
        assertThat(desk.ports.reports().find(scene.workspace, new ReportId("M-2026-11-" + scene.brand.id())))
                .as(why)
                .isPresent();
        var entries = desk.ports
                .audit()
                .list(scene.workspace, YearMonth.of(2026, 11), PageRequest.first(50))
                .items();
        assertThat(entries)
                .as(why)
                .filteredOn(entry -> entry.action().equals("report.ready"))
                .hasSize(1);
        assertThat(desk.told.stream().map(Event::id).distinct()).as(why).containsExactly(report.report() + ".ready");
        return broken ? breaking.calls() + 1 : breaking.calls();
    }

    private static void runBroken(Desk desk, Breaking breaking) {
        try {
            desk.run(breaking);
        } catch (Broken outsideAnyReport) {
            assertThat(outsideAnyReport).hasMessageStartingWith("Agenda.claim");
        }
    }
}
