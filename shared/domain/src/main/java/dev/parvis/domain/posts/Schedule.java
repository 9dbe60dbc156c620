package dev.parvis.domain.posts;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** When a post goes out: the wall clock its author meant, the zone, and the instant that makes. */
public record Schedule(LocalDateTime wallClock, ZoneId zone, Instant at) {
    /** What a wall-clock time means in a zone. */
    public sealed interface Resolved {
        record At(Schedule schedule) implements Resolved {}

        /** The clocks go forward over it: it does not exist. {@code next} is the first wall clock that does. */
        record Gap(LocalDateTime next) implements Resolved {}
    }

    /** A time that the clocks pass twice is taken at its first passing. A time that they skip is refused. */
    public static Resolved of(LocalDateTime wallClock, ZoneId zone) {
        var rules = zone.getRules();
        var offsets = rules.getValidOffsets(wallClock);
        return offsets.isEmpty()
                ? new Resolved.Gap(rules.getTransition(wallClock).getDateTimeAfter())
                : new Resolved.At(new Schedule(wallClock, zone, wallClock.toInstant(offsets.getFirst())));
    }

    /** Another instant, on the clocks of the same zone. */
    public Schedule movedTo(Instant instant) {
        return new Schedule(instant.atZone(zone).toLocalDateTime(), zone, instant);
    }

    /**
     * For times that come round, where nobody can be asked: RFC 5545 §3.3.5. A time that the clocks skip is read with
     * the offset before the gap, so it comes as much later as they skip (02:30 becomes 03:30); one that they pass twice
     * is taken at its first passing.
     */
    public static Schedule always(LocalDateTime wallClock, ZoneId zone) {
        var found = wallClock.atZone(zone);
        return new Schedule(found.toLocalDateTime(), zone, found.toInstant());
    }
}
