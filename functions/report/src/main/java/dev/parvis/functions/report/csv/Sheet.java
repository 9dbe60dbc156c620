package dev.parvis.functions.report.csv;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.parvis.functions.report.document.ReportLanguage;

/** One CSV file being written. Text goes through the formula guard; numbers do not need to, they are ours. */
final class Sheet {
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final String FORMULA_SIGNS = "=+-@＝＋－＠";

    private final StringBuilder out = new StringBuilder().append(BYTE_ORDER_MARK);
    private final char separator;
    private final char decimalMark;
    private boolean rowStarted;

    Sheet(ReportLanguage language) {
        boolean french = language == ReportLanguage.FRENCH;
        this.separator = french ? ';' : ',';
        this.decimalMark = french ? ',' : '.';
    }

    Sheet row(List<String> texts) {
        texts.forEach(this::text);
        return end();
    }

    Sheet text(String text) {
        return cell(harmless(flat(text)));
    }

    Sheet number(long value) {
        return cell(Long.toString(value));
    }

    Sheet number(BigDecimal value) {
        return cell(value.toPlainString().replace('.', decimalMark));
    }

    Sheet nothing() {
        return cell("");
    }

    Sheet end() {
        out.append("\r\n");
        rowStarted = false;
        return this;
    }

    byte[] bytes() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private Sheet cell(String text) {
        if (rowStarted) {
            out.append(separator);
        }
        rowStarted = true;
        out.append(quoted(text));
        return this;
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ';' || c == ',' || c == '"' || c == '\'' || c == '\t')
                && text.equals(text.strip());
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String flat(String text) {
        StringBuilder flat = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> Character.isISOControl(point) || point == '\u2028' || point == '\u2029' ? ' ' : point)
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

    private static String harmless(String text) {
        String visible = text.replaceFirst("^[\\s\\p{Z}\\p{Cf}]+", "");
        return !visible.isEmpty() && FORMULA_SIGNS.indexOf(visible.charAt(0)) >= 0 ? "'" + text : text;
    }
}
