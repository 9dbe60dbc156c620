package dev.parvis.functions.report;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.agenda.Written;
import dev.parvis.domain.audit.Audit;
import dev.parvis.domain.audit.AuditEntry;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.notices.Notices;
import dev.parvis.domain.reports.Report;
import dev.parvis.domain.reports.ReportState;
import dev.parvis.kernel.log.Log;

/** Writes what became of a report: the consequences first, the row last. */
final class Outcomes {
    private static final String ACTOR = "function:report";

    private final Agenda agenda;
    private final Notices notices;
    private final Audit audit;
    private final InstantSource clock;
    private final Log log;

    /** Where outcomes are written. */
    record Stores(Agenda agenda, Notices notices, Audit audit) {}

    Outcomes(Stores stores, InstantSource clock, Log log) {
        this.agenda = stores.agenda();
        this.notices = stores.notices();
        this.audit = stores.audit();
        this.clock = clock;
        this.log = log;
    }

    /** Keeps what was reached so far; false when the row is somebody else's by now. */
    boolean reached(Claim<Report> claim, Report now) {
        return written(claim.work(), agenda.progress(claim, now));
    }

    /** @param frozenAt when its numbers were read: the same at every try, and so are the entry and the event */
    void ready(Claim<Report> claim, Report stored, String reason, Instant frozenAt) {
        var facts = facts(stored);
        audit.add(entry(stored, "ready", "", frozenAt, facts));
        notices.tell(
                new Event(stored.report() + ".ready", Event.Type.REPORT_READY, stored.workspace(), frozenAt, facts));
        var ready = stored.in(ReportState.READY, reason, stored.mailed());
        written(stored, agenda.finish(claim, ready, Next.never()));
    }

    /** It will never be made. */
    void failed(Claim<Report> claim, String reason) {
        var report = claim.work();
        audit.add(entry(report, "failed", reason, report.createdAt(), facts(report)));
        var failed = report.in(ReportState.FAILED, reason, report.mailed());
        written(report, agenda.finish(claim, failed, Next.never()));
        log(report).warn("report.failed", "why", reason);
    }

    /** Made, and not mailed to everybody yet. */
    void later(Claim<Report> claim, Report stored, String reason, Instant due) {
        var waiting = stored.in(ReportState.STORED, reason, stored.mailed());
        written(stored, agenda.finish(claim, waiting, Next.at(due)));
        log(stored).warn("report.later", "why", reason, "due", due);
    }

    /** Nothing is left to do for it. */
    void over(Claim<Report> claim) {
        written(claim.work(), agenda.finish(claim, claim.work(), Next.never()));
    }

    /** Whether the claim still holds for something that may take a while. */
    boolean holds(Claim<Report> claim, java.time.Duration cost) {
        return clock.instant().plus(cost).isBefore(claim.lease().until());
    }

    Log log(Report report) {
        return log.with(
                "workspace",
                report.workspace().value(),
                "report",
                report.report().value());
    }

    private boolean written(Report report, Written written) {
        if (written == Written.FENCED_OFF) {
            log(report).warn("report.fenced");
        }
        return written == Written.DONE;
    }

    private static AuditEntry entry(Report report, String what, String why, Instant at, Map<String, String> facts) {
        return new AuditEntry(
                report.workspace(),
                "report." + report.report() + "." + what,
                at,
                ACTOR,
                "report." + what,
                "report/" + report.report(),
                why,
                facts);
    }

    private static Map<String, String> facts(Report report) {
        return Map.of(
                "brand", report.brand().value(),
                "report", report.report().value(),
                "from", report.period().from().toString(),
                "to", report.period().to().toString());
    }
}
