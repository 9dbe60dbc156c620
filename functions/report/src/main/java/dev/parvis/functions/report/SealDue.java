package dev.parvis.functions.report;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Look;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.audit.SealOrder;
import dev.parvis.domain.audit.TrailSealer;
import dev.parvis.domain.workspaces.Workspaces;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.time.Deadline;

/**
 * One look at the agenda: seals the audit trail of every workspace whose day has come, one after the other, while the
 * time lasts. A trail that has more than one turn can chain is taken up again at the next tick.
 */
final class SealDue {
    static final Duration EVERY = Duration.ofDays(1);
    /** A link reads at most its entries and writes one row and one file. */
    private static final Duration A_LINK = Duration.ofSeconds(20);

    private final Agenda agenda;
    private final Workspaces workspaces;
    private final Supplier<TrailSealer> sealer;
    private final InstantSource clock;
    private final Look<SealOrder> look;

    /** What a look did. */
    record Summary(int sealed, int faults, int stuck) {}

    /** @param sealer asked at the first trail only */
    SealDue(Agenda agenda, Workspaces workspaces, Supplier<TrailSealer> sealer, InstantSource clock, Log log) {
        this.agenda = agenda;
        this.workspaces = workspaces;
        this.sealer = sealer;
        this.clock = clock;
        this.look = new Look<>(
                agenda,
                Kind.SEAL,
                1,
                clock,
                (claim, fault) -> log.fault(
                        "seal.fault",
                        fault,
                        "workspace",
                        claim.work().workspace().value()));
    }

    Summary run(Deadline function) {
        var seen = look.oneByOne(() -> function.allows(A_LINK), claim -> seal(claim, function));
        return new Summary(seen.rows() - seen.faults(), seen.faults(), seen.stuck());
    }

    private void seal(Claim<SealOrder> claim, Deadline function) {
        var order = claim.work();
        if (workspaces.find(order.workspace()).isEmpty()) {
            agenda.finish(claim, order, Next.never());
            return;
        }
        var now = clock.instant();
        var head = sealer.get().seal(order, now, () -> function.allows(A_LINK));
        agenda.finish(claim, head, Next.at(function.allows(A_LINK) ? now.plus(EVERY) : now));
    }
}
