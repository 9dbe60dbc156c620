package dev.parvis.functions.measure;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.metrics.SnapshotOrder;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.time.Deadline;

/** One look at the agenda: measures every channel that is due, page by page, while the function's time lasts. */
final class MeasureDue {
    private static final int PAGE = 10;
    /** What a page may take, all its channels at once: a brand of thousands of posts on a slow network. */
    private static final Duration A_PAGE = Duration.ofSeconds(120);

    private final Agenda agenda;
    private final Supplier<Measurer> measurer;
    private final InstantSource clock;
    private final Log log;

    /** What a look did. */
    record Summary(int channels, int faults, int stuck) {}

    /** @param measurer asked at the first channel only: most ticks find none, and must not pay for networks */
    MeasureDue(Agenda agenda, Supplier<Measurer> measurer, InstantSource clock, Log log) {
        this.agenda = agenda;
        this.measurer = measurer;
        this.clock = clock;
        this.log = log;
    }

    Summary run(Deadline function) {
        var seen = 0;
        var stuck = 0;
        var faults = new AtomicInteger();
        var more = true;
        while (more && function.allows(A_PAGE)) {
            var claims = agenda.claim(Kind.SNAPSHOT, clock.instant(), PAGE);
            try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
                claims.claims().forEach(claim -> workers.execute(() -> measure(claim, faults)));
            }
            seen += claims.claims().size();
            stuck += claims.stuck();
            more = claims.more();
        }
        return new Summary(seen, faults.get(), stuck);
    }

    private void measure(Claim<SnapshotOrder> claim, AtomicInteger faults) {
        try {
            measurer.get().measure(claim);
        } catch (RuntimeException fault) {
            // The row keeps its lease and comes back when that ends; the other channels go on.
            faults.incrementAndGet();
            log.fault(
                    "measure.fault",
                    fault,
                    "workspace",
                    claim.work().workspace().value(),
                    "channel",
                    claim.work().channel().value());
        }
    }
}
