package dev.parvis.domain.slots;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;

/** A time of the week, to the minute, on the wall clock of the channel's brand. */
public record Slot(DayOfWeek day, LocalTime time) implements Comparable<Slot> {
    private static final Comparator<Slot> IN_THE_WEEK =
            Comparator.comparing(Slot::day).thenComparing(Slot::time);

    public Slot {
        if (!time.equals(time.truncatedTo(ChronoUnit.MINUTES))) {
            throw new IllegalArgumentException("a slot's time has no seconds");
        }
    }

    @Override
    public int compareTo(Slot other) {
        return IN_THE_WEEK.compare(this, other);
    }
}
