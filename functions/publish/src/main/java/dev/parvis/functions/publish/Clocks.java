package dev.parvis.functions.publish;

import java.time.Duration;
import java.time.Instant;

/**
 * How far the clocks may be apart by which something is compared: of two instances, of an instance and a network. An
 * instance whose clock is off by half a minute, or is set by a minute and a half while it waits, sends as much too early or too
 * late, by every other clock; nothing is doubled by it, and nothing lost.
 */
final class Clocks {
    private static final Duration APART = Duration.ofSeconds(90);

    private Clocks() {}

    /** When what took so long to show has surely shown, by whichever clock: no more is allowed for clocks than for that. */
    static Instant shown(Instant over, Duration quiet) {
        return over.plus(quiet).plus(quiet.compareTo(APART) < 0 ? quiet : APART).plus(Held.MARGIN);
    }

    /** Whether one thing was surely before another, by whichever clocks. */
    static boolean isSurelyBefore(Instant one, Instant other) {
        return one.isBefore(other.minus(APART).minus(Held.MARGIN));
    }
}
