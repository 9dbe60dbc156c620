package dev.parvis.functions.report.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Whole days of one zone, both ends included; a day is as long as the zone makes it. */
public record Period(LocalDate firstDay, LocalDate lastDay, ZoneId zone) {
    public Period {
        if (lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("a period ends on " + lastDay + ", before it starts on " + firstDay);
        }
    }

    /** The first instant that belongs to the period. */
    public Instant start() {
        return firstDay.atStartOfDay(zone).toInstant();
    }

    /** The first instant that no longer belongs to it. */
    public Instant end() {
        return lastDay.plusDays(1).atStartOfDay(zone).toInstant();
    }

    public long days() {
        return ChronoUnit.DAYS.between(firstDay, lastDay) + 1;
    }
}
