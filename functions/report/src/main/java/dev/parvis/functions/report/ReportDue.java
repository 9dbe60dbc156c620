package dev.parvis.functions.report;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Look;
import dev.parvis.domain.reports.Report;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.time.Deadline;

/** One look at the agenda: sees every report that is due through, one after the other, while the time lasts. */
final class ReportDue {
    /** What the largest report may take. */
    private static final Duration A_REPORT = Duration.ofSeconds(90);

    private final Look<Report> look;
    private final Supplier<Reporter> reporter;

    /** What a look did. */
    record Summary(int reports, int faults, int stuck) {}

    /** @param reporter asked at the first report only: most ticks find none, and must not pay for fonts and files */
    ReportDue(Agenda agenda, Supplier<Reporter> reporter, InstantSource clock, Log log) {
        this.look = new Look<>(
                agenda,
                Kind.REPORT,
                1,
                clock,
                (claim, fault) -> log.fault(
                        "report.fault",
                        fault,
                        "workspace",
                        claim.work().workspace().value(),
                        "report",
                        claim.work().report().value()));
        this.reporter = reporter;
    }

    /** Claimed one by one, so that none waits under its lease for another. */
    Summary run(Deadline function) {
        var seen = look.oneByOne(
                () -> function.allows(A_REPORT), claim -> reporter.get().report(claim));
        return new Summary(seen.rows(), seen.faults(), seen.stuck());
    }
}
