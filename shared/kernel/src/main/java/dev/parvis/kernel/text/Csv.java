package dev.parvis.kernel.text;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * Rows of RFC 4180: comma (or another separator), CRLF, every text cell in quotes. A text cell that a spreadsheet would take for a formula
 * (first visible character {@code = + - @}, tab, carriage return, or a full-width form of these) gets an apostrophe in
 * front; so does one that only an apostrophe keeps from it, so that {@link #takenBack} gives every text back as it was.
 * Numbers stay numbers; null is an empty cell, which is not the same as 0.
 */
public final class Csv {
    private static final String DANGEROUS = "=+-@\t\r\n\u0000\uFF1D\uFF0B\uFF0D\uFF20\u2212\uFE63\uFE62\uFE66\uFE6B";

    private final StringBuilder text = new StringBuilder();
    private final String separator;
    private final char decimalMark;

    public Csv() {
        this(',', '.');
    }

    private Csv(char separator, char decimalMark) {
        this.separator = String.valueOf(separator);
        this.decimalMark = decimalMark;
    }

    /** For a spreadsheet in a language that writes 1,5 and therefore parts cells by semicolons. */
    public static Csv separatedBy(char separator, char decimalMark) {
        return new Csv(separator, decimalMark);
    }

    /** Appends one row; cells are text, numbers, truth values or null. */
    public Csv row(List<? extends @Nullable Object> cells) {
        text.append(cells.stream().map(this::cell).collect(Collectors.joining(separator)))
                .append("\r\n");
        return this;
    }

    public Csv row(@Nullable Object... cells) {
        return row(Arrays.asList(cells));
    }

    /** All rows so far, without a byte order mark. */
    @Override
    public String toString() {
        return text.toString();
    }

    private String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString().replace('.', decimalMark);
            case Long number -> number.toString();
            case Integer number -> number.toString();
            case Boolean truth -> truth.toString();
            case CharSequence string -> quoted(string.toString());
            default ->
                throw new IllegalArgumentException(
                        "no CSV form for " + value.getClass().getName());
        };
    }

    /** The text that a cell of ours stands for: without the apostrophe that was put in front of it. */
    public static String takenBack(String cell) {
        return cell.startsWith("'") && isRisky(cell.substring(1)) ? cell.substring(1) : cell;
    }

    /** The text from its first character that can be seen: a spreadsheet passes over blanks and format marks too. */
    private static String visible(String value) {
        var at = 0;
        while (at < value.length() && isInvisible(value.charAt(at))) {
            at++;
        }
        return value.substring(at);
    }

    private static boolean isInvisible(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }

    private static boolean startsDangerously(String value) {
        return !value.isEmpty() && DANGEROUS.indexOf(value.charAt(0)) >= 0;
    }

    /** Whether a spreadsheet would take it for a formula once apostrophes in front are gone. */
    private static boolean isRisky(String value) {
        var at = 0;
        while (at < value.length() && value.charAt(at) == '\'') {
            at++;
        }
        var bare = value.substring(at);
        return startsDangerously(bare) || startsDangerously(visible(bare));
    }

    private static String quoted(String value) {
        return "\"" + (isRisky(value) ? "'" : "") + value.replace("\"", "\"\"") + "\"";
    }
}
