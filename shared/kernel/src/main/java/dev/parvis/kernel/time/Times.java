package dev.parvis.kernel.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Instants as text: ISO 8601, UTC, always three digits of milliseconds, so that texts sort as instants do. */
public final class Times {
    private Times() {}

    /** {@code 2026-11-21T04:30:00.000Z}; finer parts are cut off. Years 0 to 9999 only. */
    public static String format(Instant instant) {
        var time = instant.atOffset(ZoneOffset.UTC);
        if (time.getYear() < 0 || time.getYear() > 9999) {
            throw new IllegalArgumentException("a year of four digits is needed: " + instant);
        }
        var text = new StringBuilder(24);
        digits(text, time.getYear(), 4).append('-');
        digits(text, time.getMonthValue(), 2).append('-');
        digits(text, time.getDayOfMonth(), 2).append('T');
        digits(text, time.getHour(), 2).append(':');
        digits(text, time.getMinute(), 2).append(':');
        digits(text, time.getSecond(), 2).append('.');
        return digits(text, time.getNano() / 1_000_000, 3).append('Z').toString();
    }

    /** Reads an ISO 8601 date-time with {@code Z} or an offset. Throws {@link IllegalArgumentException} on all else. */
    public static Instant parse(String text) {
        return tryParse(text)
                .orElseThrow(() -> new IllegalArgumentException("not an ISO 8601 date-time with a zone offset"));
    }

    public static Optional<Instant> tryParse(String text) {
        if (text.length() > 40) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static StringBuilder digits(StringBuilder text, int value, int width) {
        for (var power = (int) Math.pow(10, width - 1); power > 0; power /= 10) {
            text.append((char) ('0' + value / power % 10));
        }
        return text;
    }
}
