package dev.parvis.networks.http;

import java.time.Duration;
import java.time.Instant;

import dev.parvis.domain.posts.Attempt;

/**
 * When "not found" may be believed: the call is surely over, and the quiet time has passed since, in which a request that
 * waited in somebody's queue would have shown its effect.
 */
public record Quiet(Duration time) {
    /** The least that is safe outside a test. */
    public static final Quiet DEFAULT = new Quiet(Duration.ofMinutes(2));

    public boolean isOver(Attempt attempt, Instant now) {
        return !now.isBefore(attempt.overBy().plus(time));
    }
}
