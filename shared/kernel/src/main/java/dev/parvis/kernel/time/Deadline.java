package dev.parvis.kernel.time;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A budget of time that only runs down: measured on the monotonic clock, so a step of the wall clock cannot move it. */
public final class Deadline {
    private final LongSupplier nanoTime;
    private final long end;

    private Deadline(LongSupplier nanoTime, long end) {
        this.nanoTime = nanoTime;
        this.end = end;
    }

    public static Deadline in(Duration budget) {
        return in(budget, System::nanoTime);
    }

    /** The same over another monotonic source of nanoseconds; for tests. */
    public static Deadline in(Duration budget, LongSupplier nanoTime) {
        return new Deadline(nanoTime, nanoTime.getAsLong() + budget.toNanos());
    }

    /** Another one on the same clock, in this long from now. */
    public Deadline another(Duration budget) {
        return in(budget, nanoTime);
    }

    /** What is left, never negative. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, end - nanoTime.getAsLong()));
    }

    /** Whether something that may take this long can still be started. */
    public boolean allows(Duration cost) {
        return remaining().compareTo(cost) > 0;
    }

    public boolean passed() {
        return end - nanoTime.getAsLong() <= 0;
    }

    /** The earlier of this deadline and one in {@code budget} from now. */
    public Deadline atMost(Duration budget) {
        var other = nanoTime.getAsLong() + budget.toNanos();
        return new Deadline(nanoTime, other - end < 0 ? other : end);
    }
}
