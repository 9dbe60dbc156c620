package dev.parvis.recurrence;

import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * The times of a rule, rising. The library gives up, by exceptions of two kinds, on a rule that finds nothing in a thousand
 * rounds (of the second kind where BYSETPOS leaves nothing of each), and may start again in the past when its years overflow: both are the end.
 */
final class WallClocks implements Iterator<LocalDateTime> {
    /** Times are written with four digits of the year. */
    private static final int LAST_YEAR = 9999;

    private final Optional<RecurrenceRuleIterator> times;
    private final LocalDateTime first;
    private Optional<LocalDateTime> next;

    WallClocks(RecurrenceRule rule, LocalDateTime first) {
        this.first = first;
        this.times = begun(rule, first);
        this.next = found(first.minusNanos(1));
    }

    private static Optional<RecurrenceRuleIterator> begun(RecurrenceRule rule, LocalDateTime first) {
        try {
            return Optional.of(rule.iterator(LibRecurRules.of(first)));
        } catch (IllegalArgumentException | IllegalStateException findsNothing) {
            return Optional.empty();
        }
    }

    private Optional<LocalDateTime> found(LocalDateTime last) {
        try {
            return times.filter(RecurrenceRuleIterator::hasNext)
                    .map(all -> clock(all.nextDateTime()))
                    .filter(time -> last.isBefore(time) && time.getYear() <= LAST_YEAR);
        } catch (IllegalArgumentException | IllegalStateException findsNothing) {
            return Optional.empty();
        }
    }

    private static LocalDateTime clock(DateTime time) {
        return LocalDateTime.of(
                time.getYear(),
                time.getMonth() + 1,
                time.getDayOfMonth(),
                time.getHours(),
                time.getMinutes(),
                time.getSeconds());
    }

    @Override
    public boolean hasNext() {
        return next.isPresent();
    }

    @Override
    public LocalDateTime next() {
        var now = next.orElseThrow(() -> new NoSuchElementException("the rule of " + first + " is over"));
        next = found(now);
        return now;
    }
}
