package dev.parvis.functions.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.notices.Delivery;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.time.Deadline;

/** One look at the agenda: makes every delivery that is due, page by page, while the function's time lasts. */
final class NotifyDue {
    private static final int PAGE = 25;
    /** What a page may take: all its deliveries at once, each within the time-out of a webhook. */
    private static final Duration A_PAGE = Duration.ofSeconds(40);

    private final Agenda agenda;
    private final Deliverer deliverer;
    private final InstantSource clock;
    private final Log log;

    /** What a look did. */
    record Summary(int deliveries, int faults, int stuck, Optional<Instant> oldestDue) {}

    NotifyDue(Agenda agenda, Deliverer deliverer, InstantSource clock, Log log) {
        this.agenda = agenda;
        this.deliverer = deliverer;
        this.clock = clock;
        this.log = log;
    }

    Summary run(Deadline function) {
        var seen = 0;
        var stuck = 0;
        var faults = new AtomicInteger();
        var oldest = Optional.<Instant>empty();
        var more = true;
        while (more && function.allows(A_PAGE)) {
            var claims = agenda.claim(Kind.DELIVERY, clock.instant(), PAGE);
            if (!claims.claims().isEmpty()) {
                deliver(claims.claims(), faults);
            }
            seen += claims.claims().size();
            stuck += claims.stuck();
            oldest = oldest.or(claims::oldestDue);
            more = claims.more() || !claims.claims().isEmpty();
        }
        return new Summary(seen, faults.get(), stuck, oldest);
    }

    /** Threads are made for deliveries only: an empty look, which is most of them, starts in 100 ms less. */
    private void deliver(List<Claim<Delivery>> page, AtomicInteger faults) {
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            page.forEach(claim -> workers.execute(() -> deliver(claim, faults)));
        }
    }

    private void deliver(Claim<Delivery> claim, AtomicInteger faults) {
        try {
            deliverer.deliver(claim);
        } catch (RuntimeException fault) {
            // The row keeps its lease and comes back when that ends; the other deliveries go on.
            faults.incrementAndGet();
            log.fault(
                    "delivery.fault",
                    fault,
                    "workspace",
                    claim.work().workspace().value(),
                    "type",
                    claim.work().event().type());
        }
    }
}
