package dev.parvis.functions.report;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.mail.Mailer;
import dev.parvis.domain.mail.Mailer.Mailing;
import dev.parvis.domain.reports.Report;
import dev.parvis.domain.reports.ReportState;
import dev.parvis.functions.report.data.Dataset;

/**
 * Mails a stored report to each of its readers who has not been mailed, one mail each, and writes each down before the
 * next. An address that is refused is left out and counted in the reason; where the mailer says later, the report comes
 * back, each time after a longer wait, for a day.
 */
final class Mailings {
    private static final Duration SHORTEST_WAIT = Duration.ofMinutes(5);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Duration GIVEN_UP_AFTER = Duration.ofHours(24);
    /** What one mail may take, its answer and its row included. */
    private static final Duration A_MAIL = Duration.ofSeconds(30);

    private static final String NOTHING_IS_MAILED = "nothing was mailed: no sender's address is configured";

    private final Optional<Supplier<Mailer>> mailer;
    private final ReportMail mails;
    private final Outcomes outcomes;
    private final InstantSource clock;

    /** @param mailer empty where no address to mail from is configured; asked at the first mail only */
    Mailings(Optional<Supplier<Mailer>> mailer, ReportMail mails, Outcomes outcomes, InstantSource clock) {
        this.mailer = mailer;
        this.mails = mails;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** What has come of one round. */
    private static final class Round {
        private Report report;
        private final Set<String> refused = new LinkedHashSet<>();
        private final Set<String> later = new LinkedHashSet<>();
        private int refusals;
        private int delays;

        Round(Report report) {
            this.report = report;
        }

        String reason(String delayed) {
            var parts = new ArrayList<String>();
            if (refusals > 0) {
                parts.add(refusals + " of " + report.recipients().size() + " mails refused: "
                        + String.join(", ", refused));
            }
            if (delays > 0) {
                parts.add(delays + " of " + report.recipients().size() + " mails " + delayed + ": "
                        + String.join(", ", later));
            }
            return String.join("; ", parts);
        }
    }

    void mail(Claim<Report> claim, Report stored, Dataset data) {
        if (mailer.isEmpty() || stored.recipients().isEmpty()) {
            var reason = stored.recipients().isEmpty() ? "" : NOTHING_IS_MAILED;
            outcomes.ready(claim, stored, reason, data.about().frozenAt());
            return;
        }
        var round = new Round(stored);
        for (var recipient : stored.recipients()) {
            if (stored.mailed().contains(recipient)) {
                continue;
            }
            if (!outcomes.holds(claim, A_MAIL)) {
                outcomes.later(claim, round.report, "the mails take longer than a claim holds", clock.instant());
                return;
            }
            if (!send(claim, round, recipient, mailer.get().get(), data)) {
                return;
            }
        }
        settle(claim, round, data);
    }

    /** False when the report is somebody else's by now. */
    private boolean send(Claim<Report> claim, Round round, String recipient, Mailer sender, Dataset data) {
        switch (sender.send(mails.to(recipient, round.report, data))) {
            case Mailing.Sent _ -> {
                round.report = round.report.in(ReportState.STORED, "", with(round.report.mailed(), recipient));
                outcomes.log(round.report)
                        .info("report.mailed", "mailed", round.report.mailed().size());
                return outcomes.reached(claim, round.report);
            }
            case Mailing.Refused(var reason) -> {
                round.refusals++;
                round.refused.add(reason);
                outcomes.log(round.report).warn("report.mail.refused", "why", reason);
                return true;
            }
            case Mailing.Later(var reason) -> {
                round.delays++;
                round.later.add(reason);
                return true;
            }
        }
    }

    private void settle(Claim<Report> claim, Round round, Dataset data) {
        var frozenAt = data.about().frozenAt();
        var age = Duration.between(frozenAt, clock.instant());
        if (round.delays > 0 && age.compareTo(GIVEN_UP_AFTER) < 0) {
            outcomes.later(
                    claim,
                    round.report,
                    round.reason("delayed"),
                    clock.instant().plus(wait(age)));
            return;
        }
        outcomes.ready(claim, round.report, round.reason("given up"), frozenAt);
    }

    /** As long again as it has waited so far, within bounds. */
    private static Duration wait(Duration age) {
        if (age.compareTo(SHORTEST_WAIT) < 0) {
            return SHORTEST_WAIT;
        }
        return age.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : age;
    }

    private static List<String> with(List<String> mailed, String recipient) {
        var all = new ArrayList<>(mailed);
        all.add(recipient);
        return all;
    }
}
