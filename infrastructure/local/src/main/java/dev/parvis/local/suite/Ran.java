package dev.parvis.local.suite;

import java.time.Instant;

/**
 * One invocation that has ended.
 *
 * @param trigger a route, a schedule, or an event's type
 * @param outcome {@code ok}, or what went wrong in a few words
 */
public record Ran(
        Instant at, String function, String trigger, long millis, boolean cold, Outcome outcome, String remark) {

    /** How it ended. */
    public enum Outcome {
        OK,
        FAULT,
        TIMEOUT,
        DIED
    }
}
