package dev.parvis.functions.measure;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Look;
import dev.parvis.domain.metrics.SnapshotOrder;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.time.Deadline;

/** One look at the agenda: measures every channel that is due, page by page, while the function's time lasts. */
final class MeasureDue {
    private static final int PAGE = 10;
    /** What a page may take, all its channels at once: a brand of thousands of posts on a slow network. */
    private static final Duration A_PAGE = Duration.ofSeconds(120);

    private final Look<SnapshotOrder> look;
    private final Supplier<Measurer> measurer;

    /** What a look did. */
    record Summary(int channels, int faults, int stuck) {}

    /** @param measurer asked at the first channel only: most ticks find none, and must not pay for networks */
    MeasureDue(Agenda agenda, Supplier<Measurer> measurer, InstantSource clock, Log log) {
        this.look = new Look<>(
                agenda,
                Kind.SNAPSHOT,
                PAGE,
                clock,
                (claim, fault) -> log.fault(
                        "measure.fault",
                        fault,
                        "workspace",
                        claim.work().workspace().value(),
                        "channel",
                        claim.work().channel().value()));
        this.measurer = measurer;
    }

    Summary run(Deadline function) {
        var seen = look.atOnce(
                () -> function.allows(A_PAGE), claim -> measurer.get().measure(claim));
        return new Summary(seen.rows(), seen.faults(), seen.stuck());
    }
}
