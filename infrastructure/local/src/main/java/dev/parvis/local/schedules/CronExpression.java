package dev.parvis.local.schedules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Minutes, hours, day of month, month, day of week, year. A time that a zone skips in spring does not fire on that day, one that it
 * repeats in autumn fires once, as EventBridge Scheduler documents.
 */
record CronExpression(CronField minutes, CronField hours, CronDays days, CronField months, CronField years)
        implements Expression {

    private static final int LAST_YEAR = 2199;

    static CronExpression parse(String fields) {
        List<String> parts = List.of(fields.strip().split("\\s+"));
        if (parts.size() != 6) {
            throw new IllegalArgumentException("a cron expression has six fields, this one has " + parts.size());
        }
        return new CronExpression(
                CronField.parse(parts.get(0), 0, 59, List.of()),
                CronField.parse(parts.get(1), 0, 23, List.of()),
                CronDays.parse(parts.get(2), parts.get(4)),
                CronField.parse(parts.get(3), 1, 12, CronField.MONTHS),
                CronField.parse(parts.get(5), 1970, LAST_YEAR, List.of()));
    }

    @Override
    public Optional<Instant> next(Instant after, ZoneId zone) {
        ZonedDateTime from = after.atZone(zone);
        for (LocalDate day = from.toLocalDate(); day.getYear() <= LAST_YEAR; day = later(day)) {
            if (isDay(day)) {
                Optional<Instant> time = onDay(day, after, zone);
                if (time.isPresent()) {
                    return time;
                }
            }
        }
        return Optional.empty();
    }

    private LocalDate later(LocalDate day) {
        if (!years.allows(day.getYear())) {
            return LocalDate.of(day.getYear() + 1, 1, 1);
        }
        return months.allows(day.getMonthValue())
                ? day.plusDays(1)
                : day.withDayOfMonth(1).plusMonths(1);
    }

    private boolean isDay(LocalDate day) {
        return years.allows(day.getYear()) && months.allows(day.getMonthValue()) && days.allows(day);
    }

    private Optional<Instant> onDay(LocalDate day, Instant after, ZoneId zone) {
        for (int hour = 0; hour < 24; hour++) {
            for (int minute = 0; hours.allows(hour) && minute < 60; minute++) {
                if (minutes.allows(minute)) {
                    LocalDateTime local = day.atTime(hour, minute);
                    Instant time = local.atZone(zone).toInstant();
                    boolean exists = !zone.getRules().getValidOffsets(local).isEmpty();
                    if (exists && time.isAfter(after)) {
                        return Optional.of(time);
                    }
                }
            }
        }
        return Optional.empty();
    }
}
