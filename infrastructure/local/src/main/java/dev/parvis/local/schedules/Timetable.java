package dev.parvis.local.schedules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Knows when each schedule fires next; asked with a time, so that a test can turn it by hand. */
final class Timetable {

    private static final Duration STAGGER = Duration.ofSeconds(2);

    private final Map<Schedule, Instant> next = new HashMap<>();

    /** Rates begin at the start, two seconds apart and the most frequent first; crons when they are due. */
    Timetable(List<Schedule> schedules, Instant start) {
        var first = start;
        for (Schedule schedule : schedules.stream()
                .sorted(java.util.Comparator.comparing(Timetable::pace))
                .toList()) {
            switch (schedule.expression()) {
                case Expression.Rate rate -> {
                    next.put(schedule, first);
                    first = first.plus(STAGGER);
                }
                case CronExpression cron ->
                    cron.next(start, schedule.zone()).ifPresent(time -> next.put(schedule, time));
            }
        }
    }

    /** What is due by now, each once however often it was missed; asking moves each to its next time. */
    List<Firing> due(Instant now) {
        var due = new ArrayList<Firing>();
        for (Schedule schedule : List.copyOf(next.keySet())) {
            Instant time = next.get(schedule);
            if (time != null && !time.isAfter(now)) {
                due.add(new Firing(schedule, time));
                move(schedule, time, now);
            }
        }
        return due;
    }

    /** When the next schedule fires. */
    Optional<Instant> next() {
        return next.values().stream().min(Instant::compareTo);
    }

    Optional<Instant> next(Schedule schedule) {
        return Optional.ofNullable(next.get(schedule));
    }

    private void move(Schedule schedule, Instant fired, Instant now) {
        Instant late = fired;
        Optional<Instant> following = schedule.expression().next(late, schedule.zone());
        if (following.isPresent() && !following.get().isAfter(now)) {
            following = schedule.expression().next(now, schedule.zone());
        }
        following.ifPresentOrElse(time -> next.put(schedule, time), () -> next.remove(schedule));
    }

    private static Duration pace(Schedule schedule) {
        return switch (schedule.expression()) {
            case Expression.Rate rate -> rate.every();
            case CronExpression cron -> Duration.ofDays(400);
        };
    }
}
