package dev.parvis.local.schedules;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a schedule fires. */
public sealed interface Expression permits Expression.Rate, CronExpression {

    /** The first time after this one; empty when there is none any more. */
    Optional<Instant> next(Instant after, ZoneId zone);

    /** Every so often, counted from the start of the suite. */
    record Rate(Duration every) implements Expression {
        @Override
        public Optional<Instant> next(Instant after, ZoneId zone) {
            return Optional.of(after.plus(every));
        }
    }

    Pattern RATE = Pattern.compile("rate\\((\\d{1,9}) (minute|hour|day)(s?)\\)");

    /**
     * Reads an expression.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static Expression parse(String text) {
        Matcher rate = RATE.matcher(text.strip());
        if (rate.matches()) {
            return rate(
                    text,
                    Long.parseLong(rate.group(1)),
                    rate.group(2),
                    !rate.group(3).isEmpty());
        }
        if (text.startsWith("cron(") && text.endsWith(")")) {
            return CronExpression.parse(text.substring(5, text.length() - 1));
        }
        throw new IllegalArgumentException("neither rate(n minutes|hours|days) nor cron(…): " + text);
    }

    private static Expression rate(String text, long number, String unit, boolean plural) {
        if (number == 0 || (number == 1) == plural) {
            throw new IllegalArgumentException("a rate is at least 1, and its unit is singular for 1 alone: " + text);
        }
        return new Rate(
                switch (unit) {
                    case "minute" -> Duration.ofMinutes(number);
                    case "hour" -> Duration.ofHours(number);
                    default -> Duration.ofDays(number);
                });
    }
}
