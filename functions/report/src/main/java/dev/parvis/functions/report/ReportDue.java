package dev.parvis.functions.report;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.reports.Report;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.time.Deadline;

/** One look at the agenda: sees every report that is due through, one after the other, while the time lasts. */
final class ReportDue {
    /** What the largest report may take. */
    private static final Duration A_REPORT = Duration.ofSeconds(90);

    private final Agenda agenda;
    private final Supplier<Reporter> reporter;
    private final InstantSource clock;
    private final Log log;

    /** What a look did. */
    record Summary(int reports, int faults, int stuck) {}

    /** @param reporter asked at the first report only: most ticks find none, and must not pay for fonts and files */
    ReportDue(Agenda agenda, Supplier<Reporter> reporter, InstantSource clock, Log log) {
        this.agenda = agenda;
        this.reporter = reporter;
        this.clock = clock;
        this.log = log;
    }

    /** Claimed one by one, so that none waits under its lease for another. */
    Summary run(Deadline function) {
        var seen = 0;
        var faults = 0;
        var stuck = 0;
        var more = true;
        while (more && function.allows(A_REPORT)) {
            var claims = agenda.claim(Kind.REPORT, clock.instant(), 1);
            for (var claim : claims.claims()) {
                faults += report(claim) ? 0 : 1;
            }
            seen += claims.claims().size();
            stuck += claims.stuck();
            more = claims.more() || !claims.claims().isEmpty();
        }
        return new Summary(seen, faults, stuck);
    }

    private boolean report(Claim<Report> claim) {
        try {
            reporter.get().report(claim);
            return true;
        } catch (RuntimeException fault) {
            // The row keeps its lease and comes back when that ends; the other reports go on.
            log.fault(
                    "report.fault",
                    fault,
                    "workspace",
                    claim.work().workspace().value(),
                    "report",
                    claim.work().report().value());
            return false;
        }
    }
}
