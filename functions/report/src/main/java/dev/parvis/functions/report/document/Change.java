package dev.parvis.functions.report.document;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;

/**
 * How a figure moved, derived from the two quantities and never handed in. A percentage exists only where the earlier
 * value is above zero; shares move in points, never in a percentage of a percentage.
 */
public sealed interface Change {

    /** Nothing to hold the figure against; the reason may be empty. */
    record None(String reason) implements Change {}

    /** One of the two shares has no base, so neither is a percentage. */
    record NoBase() implements Change {}

    /** In the unit of the figure, seconds for durations. */
    record By(BigDecimal difference, Quantity previous) implements Change {
        /** Why there is no {@link #percent}. */
        public Wording withoutPercent() {
            return number(previous).signum() < 0 ? Wording.NEGATIVE_BASE : Wording.ZERO_BASE;
        }

        /** Relative to the earlier value, in percent with one decimal; empty when that is not above zero. */
        public Optional<BigDecimal> percent() {
            BigDecimal base = number(previous);
            return base.signum() <= 0
                    ? Optional.empty()
                    : Optional.of(difference.multiply(HUNDRED).divide(base, 1, RoundingMode.HALF_UP));
        }
    }

    /** Between two shares, in percentage points. */
    record Points(BigDecimal difference, Quantity.Share previous) implements Change {}

    BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Change of(Figure.Measured figure) {
        return switch (figure.comparison()) {
            case Comparison.Nothing() -> new None("");
            case Comparison.Incomparable(String reason) -> new None(reason);
            case Comparison.Previous(Quantity previous) -> between(figure.value(), previous);
        };
    }

    private static Change between(Quantity value, Quantity previous) {
        if (value instanceof Quantity.Share now && previous instanceof Quantity.Share before) {
            return percent(now)
                    .flatMap(after -> percent(before).map(base -> (Change) new Points(after.subtract(base), before)))
                    .orElseGet(NoBase::new);
        }
        return new By(number(value).subtract(number(previous)), previous);
    }

    /** The share in percent with one decimal, or empty when its base is zero. */
    static Optional<BigDecimal> percent(Quantity.Share share) {
        return share.base() == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(share.part())
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(share.base()), 1, RoundingMode.HALF_UP));
    }

    private static BigDecimal number(Quantity quantity) {
        return switch (quantity) {
            case Quantity.Count(long value) -> BigDecimal.valueOf(value);
            case Quantity.Decimal(BigDecimal value) -> value;
            case Quantity.Span(Duration value) -> BigDecimal.valueOf(value.toMillis(), 3);
            case Quantity.Share share -> percent(share).orElse(BigDecimal.ZERO);
        };
    }

    /** The change in words: "+12 (+3,4 %)", "inchangé", "pas de comparaison". */
    static String text(Figure.Measured figure, ReportLanguage language, Formats formats) {
        return switch (of(figure)) {
            case None(String reason) ->
                reason.isEmpty()
                        ? Wording.NO_COMPARISON.in(language)
                        : Typography.set(Wording.NO_COMPARISON.in(language) + " (" + reason + ")", language);
            case NoBase() -> Wording.NO_COMPARISON.in(language) + " (" + Wording.ZERO_BASE_VALUE.in(language) + ")";
            case Points(BigDecimal difference, Quantity.Share _) ->
                difference.signum() == 0
                        ? Wording.UNCHANGED.in(language)
                        : signed(difference, formats.number(difference))
                                + Typography.UNBROKEN
                                + Wording.POINTS.in(language);
            case By by -> by.difference().signum() == 0 ? Wording.UNCHANGED.in(language) : text(by, language, formats);
        };
    }

    private static String text(By by, ReportLanguage language, Formats formats) {
        String amount = by.previous() instanceof Quantity.Span
                ? formats.duration(
                        Duration.ofMillis(by.difference().movePointRight(3).longValue()))
                : formats.number(by.difference());
        String relative = by.percent()
                .map(percent -> signed(percent, formats.percent(percent)))
                .orElseGet(() -> by.withoutPercent().in(language));
        return signed(by.difference(), amount) + " (" + relative + ")";
    }

    private static String signed(BigDecimal value, String text) {
        return value.signum() > 0 ? "+" + text : text;
    }
}
