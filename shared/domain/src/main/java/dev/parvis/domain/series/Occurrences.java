package dev.parvis.domain.series;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import dev.parvis.domain.posts.Schedule;

/** When series come round. Rules without end are followed no further than asked. */
public final class Occurrences {
    /** No rule may come round more often. */
    public static final Duration CLOSEST = Duration.ofHours(1);

    /** So many times of a rule are looked at for being too close. */
    private static final int LOOKED_AT = 1_000;
    /** Twenty years of every hour. */
    private static final int MOST_STEPS = 175_000;

    private final RuleReader rules;

    public Occurrences(RuleReader rules) {
        this.rules = rules;
    }

    /** What is wrong with a rule, in words that read on after "rule": unreadable, too often, or never again. */
    public Optional<String> problem(Recurrence recurrence, Instant now) {
        return switch (rules.read(recurrence)) {
            case RuleReader.Read.Refused(String reason) -> Optional.of(reason);
            case RuleReader.Read.Times times -> problem(times, recurrence, now);
        };
    }

    private static Optional<String> problem(RuleReader.Read.Times times, Recurrence recurrence, Instant now) {
        var all = times.wallClocks().iterator();
        if (!all.hasNext()) {
            return Optional.of("comes round at no time from " + recurrence.first() + " on");
        }
        var last = all.next();
        for (var looked = 1; looked < LOOKED_AT && all.hasNext(); looked++) {
            var next = all.next();
            if (Duration.between(last, next).compareTo(CLOSEST) < 0) {
                return Optional.of("comes round more often than once an hour: at " + last + " and at " + next);
            }
            last = next;
        }
        var over =
                !all.hasNext() && Schedule.always(last, recurrence.zone()).at().isBefore(now);
        return over ? Optional.of("has come round for the last time already") : Optional.empty();
    }

    /** All from one instant until before another, skipped ones too, earliest first; two on one instant are one. */
    public List<Occurrence> between(Series series, Instant from, Instant until) {
        var found = new TreeMap<Instant, Occurrence>();
        var zone = series.recurrence().zone();
        // What the clocks skip is moved on, so a wall clock before the first instant may come after it.
        var first = LocalDateTime.ofInstant(from, zone).minusDays(1);
        var last = LocalDateTime.ofInstant(until, zone);
        var all = times(series.recurrence());
        for (var step = 0; step < MOST_STEPS && all.hasNext(); step++) {
            var meant = all.next();
            if (meant.isAfter(last)) {
                break;
            }
            if (!meant.isBefore(first)) {
                var occurrence = Occurrence.of(series, meant);
                found.putIfAbsent(occurrence.schedule().at(), occurrence);
            }
        }
        return List.copyOf(found.subMap(from, until).values());
    }

    /** Whether the series may come round at or after an instant. */
    public boolean goesOn(Series series, Instant from) {
        var day = LocalDateTime.ofInstant(from, series.recurrence().zone()).toLocalDate();
        if (series.until().filter(day::isAfter).isPresent()) {
            return false;
        }
        var all = times(series.recurrence());
        for (var step = 0; step < MOST_STEPS && all.hasNext(); step++) {
            if (!all.next().toLocalDate().isBefore(day)) {
                return true;
            }
        }
        return false;
    }

    /** A rule was read before it was kept: one that is refused now is a fault, not an end. */
    private Iterator<LocalDateTime> times(Recurrence recurrence) {
        return switch (rules.read(recurrence)) {
            case RuleReader.Read.Times(Iterable<LocalDateTime> wallClocks) -> wallClocks.iterator();
            case RuleReader.Read.Refused refused ->
                throw new IllegalStateException("a rule that was kept cannot be read: " + refused.reason());
        };
    }
}
