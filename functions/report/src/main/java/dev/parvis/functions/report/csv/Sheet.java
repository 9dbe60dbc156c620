package dev.parvis.functions.report.csv;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.parvis.functions.report.document.ReportLanguage;
import dev.parvis.kernel.text.Csv;

/** One CSV file being written, cell by cell, on the kernel's formula-safe rows. */
final class Sheet {
    private static final char BYTE_ORDER_MARK = '\ufeff';

    /** A sign behind invisible characters would slip past the guard. */
    private static final Pattern LEADING_INVISIBLE = Pattern.compile("^[\\s\\p{Z}\\p{Cf}]+");

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final Csv rows;
    private final List<@Nullable Object> row = new ArrayList<>();

    Sheet(ReportLanguage language) {
        rows = switch (language) {
            case FRENCH -> Csv.separatedBy(';', ',');
            case ENGLISH -> Csv.separatedBy(',', '.');
        };
    }

    Sheet row(List<String> texts) {
        texts.forEach(this::text);
        return end();
    }

    Sheet text(String text) {
        row.add(LEADING_INVISIBLE.matcher(flat(text)).replaceFirst(""));
        return this;
    }

    Sheet number(long value) {
        row.add(value);
        return this;
    }

    Sheet number(BigDecimal value) {
        row.add(value);
        return this;
    }

    Sheet nothing() {
        row.add(null);
        return this;
    }

    Sheet end() {
        rows.row(row);
        row.clear();
        return this;
    }

    byte[] bytes() {
        return (BYTE_ORDER_MARK + rows.toString()).getBytes(StandardCharsets.UTF_8);
    }

    /** A form that a spreadsheet takes for a date and a time; the column says in which zone. */
    static String local(Instant instant, ZoneId zone) {
        return LOCAL.format(instant.atZone(zone));
    }

    private static String flat(String text) {
        StringBuilder flat = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> Character.isISOControl(point) || point == 0x2028 || point == 0x2029 ? ' ' : point)
                .filter(point -> !isBidiControl(point) && point != BYTE_ORDER_MARK && !isLoneSurrogate(point))
                .forEach(flat::appendCodePoint);
        return flat.toString();
    }

    private static boolean isBidiControl(int point) {
        return (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
    }

    private static boolean isLoneSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
