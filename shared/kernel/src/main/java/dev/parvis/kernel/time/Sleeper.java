package dev.parvis.kernel.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** Waits until an instant. Returns at once when it has passed; never returns before it. */
@FunctionalInterface
public interface Sleeper {
    /** How long a sleep goes on after the clock was set past its end. */
    Duration LOOKED_AGAIN = Duration.ofSeconds(1);

    /** Throws {@link Interrupted}, with the thread's flag set again, when the wait is broken off. */
    void sleepUntil(Instant instant);

    /**
     * Sleeps for real, a second at most at a time, and looks at the clock again after each: a frozen process wakes late or
     * early, and a clock may be set meanwhile.
     */
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
        return left.isNegative() ? 0 : left.compareTo(LOOKED_AGAIN) > 0 ? LOOKED_AGAIN.toNanos() : left.toNanos();
    }

    /** The wait for an instant was broken off. */
    final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Interrupted(Instant instant, InterruptedException cause) {
            super("interrupted while waiting for " + instant, cause);
        }
    }
}
