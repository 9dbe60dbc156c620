package dev.parvis.functions.publish;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

import dev.parvis.kernel.time.Sleeper;

/**
 * Lets calls whose second has come go first: what became of a call is written when no other is about to be made, a second
 * later at most, and so many at once that what another target needs in its last step is not queued behind it. Thread-safe.
 */
final class Rush {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration LOOKED_AGAIN = Duration.ofMillis(50);
    private static final int WRITTEN_AT_ONCE = 16;
    private static final String ALL = "all";

    private final AtomicInteger about = new AtomicInteger();
    private final InstantSource clock;
    private final Sleeper sleeper;
    private final Turns writing;

    Rush(Sender.Pace pace) {
        this.clock = pace.clock();
        this.sleeper = pace.sleeper();
        this.writing = new Turns(WRITTEN_AT_ONCE, pace.gates());
    }

    /** The last steps before a call: from now until they are over, others' writes wait. */
    boolean lastSteps(BooleanSupplier steps) {
        about.incrementAndGet();
        try {
            return steps.getAsBoolean();
        } finally {
            about.decrementAndGet();
        }
    }

    /** What follows a call. */
    <T> T afterwards(Supplier<T> writes) {
        var latest = clock.instant().plus(PATIENCE);
        var now = clock.instant();
        while (about.get() > 0 && now.isBefore(latest)) {
            sleeper.sleepUntil(now.plus(LOOKED_AGAIN));
            now = clock.instant();
        }
        return writing.inTurn(ALL, writes);
    }
}
