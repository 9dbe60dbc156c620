package dev.parvis.kernel.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** Waits until an instant. Returns at once when it has passed; never returns before it. */
@FunctionalInterface
public interface Sleeper {
    /** Throws {@link Interrupted}, with the thread's flag set again, when the wait is broken off. */
    void sleepUntil(Instant instant);

    /** Sleeps for real. Looks at the clock again after each sleep, because a frozen process wakes late or early. */
    static Sleeper real(InstantSource clock) {
        return instant -> {
            for (var left = left(clock, instant); left > 0; left = left(clock, instant)) {
                try {
                    TimeUnit.NANOSECONDS.sleep(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new Interrupted(instant, e);
                }
            }
        };
    }

    private static long left(InstantSource clock, Instant instant) {
        var left = Duration.between(clock.instant(), instant);
        return left.isNegative() ? 0 : Math.min(left.toSeconds(), 3600) * 1_000_000_000L + left.toNanosPart();
    }

    /** The wait for an instant was broken off. */
    final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Interrupted(Instant instant, InterruptedException cause) {
            super("interrupted while waiting for " + instant, cause);
        }
    }
}
