package dev.parvis.functions.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Wanted;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.time.Deadline;

/** One tick: claims the targets due within the horizon, as many as it can carry, and sees each through, all at once. */
final class PublishDue {
    /** How much of the function's time is kept for the last writes. */
    private static final Duration LAST_WRITES = Duration.ofSeconds(5);

    private final Agenda agenda;
    private final TargetRun run;
    private final Settings settings;
    private final Supplier<Workers> hands;
    private final Gates gates;
    private final InstantSource clock;
    private final Log log;

    /**
     * @param horizon how far ahead work is claimed
     * @param lease the longest a claim holds
     * @param page how many are claimed in one go
     * @param most how many one instance carries at once
     */
    record Settings(Duration horizon, Duration lease, int page, int most) {}

    /** @param workers asked for at every tick */
    record Hands(Supplier<Workers> workers, Gates gates) {}

    /** What a tick did: how many targets it saw through, and the earliest due time it met. */
    record Summary(int targets, int faults, int stuck, Optional<Instant> oldestDue) {}

    PublishDue(Agenda agenda, TargetRun run, Settings settings, Hands hands, InstantSource clock, Log log) {
        this.agenda = agenda;
        this.run = run;
        this.settings = settings;
        this.hands = hands.workers();
        this.gates = hands.gates();
        this.clock = clock;
        this.log = log;
    }

    /** Returns when every claimed target has been seen through, or has been left to its lease by a fault. */
    Summary tick(Deadline function) {
        var tick = new Tick(function);
        try (var workers = hands.get()) {
            tick.run(workers);
        }
        return tick.summary();
    }

    /** Of one tick: what it has claimed and how that went. */
    private final class Tick {
        private final Deadline function;
        private final Load load = new Load(settings.most(), gates);
        private final AtomicInteger faults = new AtomicInteger();
        private Optional<Instant> oldest = Optional.empty();
        private int targets;
        private int stuck;

        Tick(Deadline function) {
            this.function = function;
        }

        /** When it has its fill and there are more, it looks again once some have ended: others may have come sooner. */
        void run(Workers workers) {
            while (isLeftOver(workers) && isTime()) {
                load.awaitRoom();
            }
        }

        /** Whether there was no room, or no time, for some of what is due. What a workspace has too much of comes last. */
        private boolean isLeftOver(Workers workers) {
            var passedOver = new AtomicBoolean();
            var more = isMoreAfter(workers, workspace -> {
                var passes = load.isMuch(workspace);
                passedOver.compareAndSet(false, passes);
                return !passes;
            });
            return more || (passedOver.get() && isMoreAfter(workers, _ -> true));
        }

        private boolean isMoreAfter(Workers workers, Predicate<WorkspaceId> whose) {
            var next = Optional.<String>empty();
            do {
                var room = Math.min(settings.page(), load.room());
                if (room == 0 || !isTime()) {
                    return true;
                }
                next = claim(workers, new Wanted(clock.instant().plus(settings.horizon()), room, next, whose));
            } while (next.isPresent());
            return false;
        }

        private boolean isTime() {
            return function.allows(LAST_WRITES.plus(LAST_WRITES));
        }

        private Optional<String> claim(Workers workers, Wanted wanted) {
            var before = clock.instant();
            var asked = function.another(settings.lease());
            var claims = agenda.claim(Kind.TARGET, wanted);
            claims.claims().forEach(claim -> start(workers, held(claim, asked, before, function)));
            targets += claims.claims().size();
            stuck += claims.stuck();
            oldest = earlier(oldest, claims.oldestDue());
            return claims.next();
        }

        private void start(Workers workers, Held held) {
            load.take(held.target().workspace());
            workers.execute(() -> {
                try {
                    see(held, faults);
                } finally {
                    load.drop(held.target().workspace());
                }
            });
        }

        Summary summary() {
            return new Summary(targets, faults.get(), stuck, oldest);
        }
    }

    /** The lease runs from before the claim was asked for; what the table's clock says can only make it shorter. */
    private Held held(Claim<Target> claim, Deadline asked, Instant before, Deadline function) {
        var told = Duration.between(before, claim.lease().until());
        var ours = function.remaining().minus(LAST_WRITES);
        return new Held(claim, asked.atMost(told).atMost(ours.isNegative() ? Duration.ZERO : ours));
    }

    private void see(Held held, AtomicInteger faults) {
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
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        return one.isPresent() && (other.isEmpty() || one.get().isBefore(other.get())) ? one : other;
    }
}
