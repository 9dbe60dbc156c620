package dev.parvis.functions.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.posts.Target;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.time.Deadline;

/** One tick: claims all targets due within the horizon and sees each through, all at once. */
final class PublishDue {
    /** How much of the function's time is kept for the last writes. */
    private static final Duration LAST_WRITES = Duration.ofSeconds(5);

    private final Agenda agenda;
    private final TargetRun run;
    private final Settings settings;
    private final Supplier<Workers> hands;
    private final InstantSource clock;
    private final Log log;

    /**
     * @param horizon how far ahead work is claimed
     * @param lease the longest a claim holds
     * @param page how many are claimed in one go
     */
    record Settings(Duration horizon, Duration lease, int page) {}

    /** What a tick did: how many targets it saw through, and the earliest due time it met. */
    record Summary(int targets, int faults, int stuck, Optional<Instant> oldestDue) {}

    /** @param hands asked for workers at every tick */
    PublishDue(Agenda agenda, TargetRun run, Settings settings, Supplier<Workers> hands, InstantSource clock, Log log) {
        this.agenda = agenda;
        this.run = run;
        this.settings = settings;
        this.hands = hands;
        this.clock = clock;
        this.log = log;
    }

    /** Returns when every claimed target has been seen through, or has been left to its lease by a fault. */
    Summary tick(Deadline function) {
        var targets = new AtomicInteger();
        var faults = new AtomicInteger();
        var stuck = 0;
        var oldest = Optional.<Instant>empty();
        try (var workers = hands.get()) {
            var more = true;
            while (more && function.allows(LAST_WRITES.plus(LAST_WRITES))) {
                var before = clock.instant();
                var asked = function.another(settings.lease());
                var claims = agenda.claim(Kind.TARGET, before.plus(settings.horizon()), settings.page());
                claims.claims().forEach(claim -> start(workers, held(claim, asked, before, function), faults));
                targets.addAndGet(claims.claims().size());
                stuck += claims.stuck();
                oldest = earlier(oldest, claims.oldestDue());
                // Where others hold all that it looked at, the next look would find the same.
                more = claims.more() && (!claims.claims().isEmpty() || claims.stuck() > 0);
            }
        }
        return new Summary(targets.get(), faults.get(), stuck, oldest);
    }

    /** The lease runs from before the claim was asked for; what the table's clock says can only make it shorter. */
    private Held held(Claim<Target> claim, Deadline asked, Instant before, Deadline function) {
        var told = Duration.between(before, claim.lease().until());
        var ours = function.remaining().minus(LAST_WRITES);
        return new Held(claim, asked.atMost(told).atMost(ours.isNegative() ? Duration.ZERO : ours));
    }

    private void start(Workers workers, Held held, AtomicInteger faults) {
        workers.execute(() -> {
            try {
                run.see(held);
            } catch (RuntimeException fault) {
                // The row stays as it was last written: its lease ends, and the next worker goes by its state.
                faults.incrementAndGet();
                log.fault(
                        "target.fault",
                        fault,
                        "workspace",
                        held.target().workspace().value(),
                        "target",
                        held.target().id(),
                        "state",
                        held.target().state());
            }
        });
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        return one.isPresent() && (other.isEmpty() || one.get().isBefore(other.get())) ? one : other;
    }
}
