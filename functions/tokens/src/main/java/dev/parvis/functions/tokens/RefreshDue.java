package dev.parvis.functions.tokens;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Look;
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

    private final Look<Refresh> look;
    private final Renewals renewals;
    private final Log log;

    /** What a look did. */
    record Summary(int renewed, int lost, int later, int faults, int stuck) {}

    RefreshDue(Agenda agenda, Renewals renewals, InstantSource clock, Log log) {
        this.look = new Look<>(
                agenda, Kind.REFRESH, PAGE, clock, (claim, fault) -> log(claim).fault("token.fault", fault));
        this.renewals = renewals;
        this.log = log;
    }

    /** A page is small, so that no claimed row waits for the others longer than its lease. */
    Summary run(Deadline function) {
        var ends = new ArrayList<Renewed>();
        var seen = look.oneByOne(() -> function.allows(A_RENEWAL.multipliedBy(PAGE)), claim -> ends.add(renew(claim)));
        return new Summary(
                count(ends, Renewed.Fresh.class),
                count(ends, Renewed.Lost.class),
                count(ends, Renewed.Later.class),
                seen.faults(),
                seen.stuck());
    }

    private static int count(List<Renewed> ends, Class<? extends Renewed> how) {
        return (int) ends.stream().filter(how::isInstance).count();
    }

    private Renewed renew(Claim<Refresh> claim) {
        var renewed = renewals.renew(claim);
        switch (renewed) {
            case Renewed.Fresh _ -> log(claim).info("token.renewed");
            case Renewed.Lost _ -> log(claim).warn("channel.disconnected");
            case Renewed.Later _ ->
                log(claim).warn("token.later", "failures", claim.work().failures() + 1);
        }
        return renewed;
    }

    private Log log(Claim<Refresh> claim) {
        return log.with(
                "workspace",
                claim.work().workspace().value(),
                "channel",
                claim.work().channel().value());
    }
}
