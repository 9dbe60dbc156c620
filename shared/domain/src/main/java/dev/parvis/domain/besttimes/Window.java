package dev.parvis.domain.besttimes;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/**
 * Two hours of a working day, or of a day of the weekend.
 *
 * @param hour the even hour at which it begins, on the brand's wall clock
 */
public record Window(boolean weekend, int hour) {
    public static final int HOURS = 2;

    static Window of(ZonedDateTime at) {
        var day = at.getDayOfWeek();
        return new Window(day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY, at.getHour() / HOURS * HOURS);
    }

    public LocalTime from() {
        return LocalTime.of(hour, 0);
    }

    /** Midnight, for the last. */
    public LocalTime until() {
        return LocalTime.of((hour + HOURS) % 24, 0);
    }
}
