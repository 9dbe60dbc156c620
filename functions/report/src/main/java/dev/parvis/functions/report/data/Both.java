package dev.parvis.functions.report.data;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** One thing of each of a report's two periods. */
record Both<T>(Halves halves, T now, T before) {
    static <T> Both<T> of(Halves halves, Supplier<T> each) {
        return new Both<>(halves, each.get(), each.get());
    }

    /** The one of the period that an instant lies in. */
    Optional<T> at(Instant instant) {
        return halves.of(instant).map(period -> period.equals(halves.now()) ? now : before);
    }

    <R> Both<R> map(Function<T, R> each) {
        return new Both<>(halves, each.apply(now), each.apply(before));
    }
}
