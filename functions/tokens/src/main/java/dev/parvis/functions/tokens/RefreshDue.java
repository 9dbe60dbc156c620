package dev.parvis.functions.tokens;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.channels.Refresh;
import dev.parvis.domain.channels.Renewals;
import dev.parvis.domain.channels.Renewed;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.time.Deadline;

/** One look at the agenda: renews every credential that is due, while the function's time lasts. */
final class RefreshDue {
    private static final int PAGE = 10;
    /** What one renewal may take, answer included. */
    private static final Duration A_RENEWAL = Duration.ofSeconds(10);

    private final Agenda agenda;
    private final Renewals renewals;
    private final InstantSource clock;
    private final Log log;

    /** What a look did. */
    record Summary(int renewed, int lost, int later, int faults, int stuck, Optional<Instant> oldestDue) {
        static final Summary NOTHING = new Summary(0, 0, 0, 0, 0, Optional.empty());

        Summary plus(Renewed renewed) {
            return switch (renewed) {
                case Renewed.Fresh _ -> new Summary(this.renewed + 1, lost, later, faults, stuck, oldestDue);
                case Renewed.Lost _ -> new Summary(this.renewed, lost + 1, later, faults, stuck, oldestDue);
                case Renewed.Later _ -> new Summary(this.renewed, lost, later + 1, faults, stuck, oldestDue);
            };
        }

        Summary plusFault() {
            return new Summary(renewed, lost, later, faults + 1, stuck, oldestDue);
        }

        Summary seen(int stuckNow, Optional<Instant> oldest) {
            return new Summary(renewed, lost, later, faults, stuck + stuckNow, oldestDue.or(() -> oldest));
        }
    }

    RefreshDue(Agenda agenda, Renewals renewals, InstantSource clock, Log log) {
        this.agenda = agenda;
        this.renewals = renewals;
        this.clock = clock;
        this.log = log;
    }

    /** A page is small, so that no claimed row waits for the others longer than its lease. */
    Summary run(Deadline function) {
        var summary = Summary.NOTHING;
        var more = true;
        while (more && function.allows(A_RENEWAL.multipliedBy(PAGE))) {
            var claims = agenda.claim(Kind.REFRESH, clock.instant(), PAGE);
            summary = summary.seen(claims.stuck(), claims.oldestDue());
            for (var claim : claims.claims()) {
                summary = renew(summary, claim);
            }
            more = claims.more();
        }
        return summary;
    }

    private Summary renew(Summary summary, Claim<Refresh> claim) {
        var mine = log.with(
                "workspace",
                claim.work().workspace().value(),
                "channel",
                claim.work().channel().value());
        try {
            var renewed = renewals.renew(claim);
            switch (renewed) {
                case Renewed.Fresh _ -> mine.info("token.renewed");
                case Renewed.Lost _ -> mine.warn("channel.disconnected");
                case Renewed.Later _ ->
                    mine.warn("token.later", "failures", claim.work().failures() + 1);
            }
            return summary.plus(renewed);
        } catch (RuntimeException fault) {
            // The row keeps its lease and comes back when that ends: the other accounts must not wait for this one.
            mine.fault("token.fault", fault);
            return summary.plusFault();
        }
    }
}
