package dev.parvis.fakes.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The time of a fake's own world: it runs with the clock it was made on and can be moved forward, so that tokens expire
 * and an index catches up without waiting. Never moved backward.
 */
public final class SteerableClock extends Clock {
    private final Clock base;
    private Duration ahead = Duration.ZERO;

    private SteerableClock(Clock base) {
        this.base = base;
    }

    /** Runs with {@code base}. */
    public static SteerableClock on(Clock base) {
        return new SteerableClock(base);
    }

    /** Stands at {@code start} until it is moved. */
    public static SteerableClock standingAt(Instant start) {
        return new SteerableClock(Clock.fixed(start, ZoneOffset.UTC));
    }

    public synchronized void advance(Duration by) {
        if (by.isNegative()) throw new IllegalArgumentException("A fake's time only moves forward, not by " + by);
        ahead = ahead.plus(by);
    }

    @Override
    public synchronized Instant instant() {
        return base.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
