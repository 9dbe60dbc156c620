package dev.parvis.functions.report.document;

import java.math.BigDecimal;
import java.time.Duration;

/** A value and what kind of value it is; two quantities are compared only within one kind. */
public sealed interface Quantity {

    /** A number of things. */
    record Count(long value) implements Quantity {}

    /** A mean or another number with decimals; printed with as many decimals as its scale, two at most. */
    record Decimal(BigDecimal value) implements Quantity {}

    /**
     * A part of a whole, printed as a percentage beside both numbers.
     *
     * @param part what is counted
     * @param base what it is counted against; with a base of zero no percentage is printed
     * @param of the name of the base, in the report's language ("abonnés")
     */
    record Share(long part, long base, String of) implements Quantity {
        public Share {
            if (base < 0) {
                throw new IllegalArgumentException("a share of " + base + " " + of);
            }
        }
    }

    /** A duration, printed in its two largest units. */
    record Span(Duration value) implements Quantity {}
}
