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

    /** Ticks of every minute begin then: what is made at the start is found by the first tick, and on time. */
    private static final Duration OFTEN_BEGIN = Duration.ofSeconds(20);

    private static final Duration OFTEN_APART = Duration.ofSeconds(2);

    /** The others begin later, so that nine cold starts do not meet; events wake them sooner anyway. */
    private static final Duration SELDOM_BEGIN = Duration.ofSeconds(70);

    private static final Duration SELDOM_APART = Duration.ofSeconds(5);

    private final Map<Schedule, Instant> next = new HashMap<>();

    /** Rates begin soon after the start, one after the other; crons when they are due. */
    Timetable(List<Schedule> schedules, Instant start) {
        var often = start.plus(OFTEN_BEGIN);
        var seldom = start.plus(SELDOM_BEGIN);
        for (Schedule schedule : schedules) {
            switch (schedule.expression()) {
                case Expression.Rate rate
                when rate.every().compareTo(Duration.ofMinutes(1)) <= 0 -> {
                    next.put(schedule, often);
                    often = often.plus(OFTEN_APART);
                }
                case Expression.Rate rate -> {
                    next.put(schedule, seldom);
                    seldom = seldom.plus(SELDOM_APART);
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
}
