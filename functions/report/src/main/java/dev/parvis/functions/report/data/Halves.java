package dev.parvis.functions.report.data;

import java.time.Instant;
import java.util.Optional;

import dev.parvis.domain.reports.Period;

/** A report's period and the one before it. */
record Halves(Period now, Period before) {
    static Halves of(Period period) {
        return new Halves(period, period.before());
    }

    /** Which of the two an instant lies in. */
    Optional<Period> of(Instant at) {
        if (within(now, at)) {
            return Optional.of(now);
        }
        return within(before, at) ? Optional.of(before) : Optional.empty();
    }

    private static boolean within(Period period, Instant at) {
        return !at.isBefore(period.start()) && at.isBefore(period.end());
    }
}
