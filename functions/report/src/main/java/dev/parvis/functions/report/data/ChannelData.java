package dev.parvis.functions.report.data;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import dev.parvis.domain.metrics.Reading;
import dev.parvis.domain.reports.Period;

/**
 * A channel's followers, one reading a day, from a little before the earlier period to the morning after the later.
 *
 * @param handle what people call it; empty when the channel was removed since
 */
public record ChannelData(String id, String network, String handle, List<Day> followers) {
    /** How many days before a period a reading may lie and still tell how it began. */
    static final int DAYS_BEFORE = 3;

    public ChannelData {
        followers = List.copyOf(followers);
    }

    /** What was read in the early hours of a day. */
    public record Day(LocalDate day, Reading reading) {}

    /** The reading that the period began with: the one of its first morning, or at most three days older. */
    public Optional<Reading.Measured> atStart(Period period) {
        return lastMeasured(period.from().minusDays(DAYS_BEFORE), period.from());
    }

    /** The reading that the period ended with: the one of the morning after, or the last within it. */
    public Optional<Reading.Measured> atEnd(Period period) {
        return lastMeasured(period.from(), period.to().plusDays(1));
    }

    /** The first reading within the period, where none tells how it began. */
    public Optional<Reading.Measured> firstWithin(Period period) {
        return measured(within(period.from(), period.to().plusDays(1))).findFirst();
    }

    /** What came instead of a figure, when not one was measured within the period. */
    public Optional<Reading> lastWithin(Period period) {
        return followers.stream()
                .filter(within(period.from(), period.to().plusDays(1)))
                .reduce((_, later) -> later)
                .map(Day::reading);
    }

    private Optional<Reading.Measured> lastMeasured(LocalDate from, LocalDate to) {
        return measured(within(from, to)).reduce((_, later) -> later);
    }

    private java.util.stream.Stream<Reading.Measured> measured(Predicate<Day> which) {
        return followers.stream()
                .filter(which)
                .map(Day::reading)
                .filter(Reading.Measured.class::isInstance)
                .map(Reading.Measured.class::cast);
    }

    private static Predicate<Day> within(LocalDate from, LocalDate to) {
        return day -> !day.day().isBefore(from) && !day.day().isAfter(to);
    }
}
