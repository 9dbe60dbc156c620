package dev.parvis.functions.notify;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BiConsumer;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Look;
import dev.parvis.domain.notices.Delivery;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.time.Deadline;

/** One look at the agenda: makes every delivery that is due, page by page, while the function's time lasts. */
final class NotifyDue {
    private static final int PAGE = 25;
    /** What a page may take: all its deliveries at once, each within the time-out of a webhook. */
    private static final Duration A_PAGE = Duration.ofSeconds(40);

    private final Look<Delivery> look;
    private final Deliverer deliverer;

    /** What a look did. */
    record Summary(int deliveries, int faults, int stuck) {}

    NotifyDue(Agenda agenda, Deliverer deliverer, InstantSource clock, Log log) {
        this.look = new Look<>(agenda, Kind.DELIVERY, PAGE, clock, faults(log)).untilNothing();
        this.deliverer = deliverer;
    }

    private static BiConsumer<Claim<Delivery>, RuntimeException> faults(Log log) {
        return (claim, fault) -> log.fault(
                "delivery.fault",
                fault,
                "workspace",
                claim.work().workspace().value(),
                "type",
                claim.work().event().type());
    }

    /** A mail to several people becomes a delivery to each, which is made at once. */
    Summary run(Deadline function) {
        var seen = look.atOnce(() -> function.allows(A_PAGE), deliverer::deliver);
        return new Summary(seen.rows(), seen.faults(), seen.stuck());
    }
}
