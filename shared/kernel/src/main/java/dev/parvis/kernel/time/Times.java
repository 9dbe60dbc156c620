package dev.parvis.kernel.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
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
            return Optional.of(isOurs(text) && isOrdinary(text) ? ours(text) : Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether the text has the form that we write, or the same without milliseconds, as schedulers write it. */
    private static boolean isOurs(String text) {
        var form = text.length() == 24 ? "0000-00-00T00:00:00.000Z" : "0000-00-00T00:00:00Z";
        if (text.length() != form.length()) {
            return false;
        }
        for (var i = 0; i < form.length(); i++) {
            var c = text.charAt(i);
            if (form.charAt(i) == '0' ? c < '0' || c > '9' : c != form.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Not midnight as 24:00 nor a leap second, which the JDK's own way reads too. */
    private static boolean isOrdinary(String text) {
        return !text.startsWith("24:", 11) && !text.startsWith(":60", 16);
    }

    /** Without the JDK's formatter, whose first use costs a cold start some 10 ms. */
    private static Instant ours(String text) {
        var millis = text.length() == 24 ? number(text, 20, 23) : 0;
        return OffsetDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19),
                        millis * 1_000_000,
                        ZoneOffset.UTC)
                .toInstant();
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static StringBuilder digits(StringBuilder text, int value, int width) {
        for (var power = (int) Math.pow(10, width - 1); power > 0; power /= 10) {
            text.append((char) ('0' + value / power % 10));
        }
        return text;
    }
}
