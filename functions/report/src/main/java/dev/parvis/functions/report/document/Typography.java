package dev.parvis.functions.report.document;

import java.util.regex.Pattern;

/**
 * The spaces that French printing asks for, in text that we or the report's author wrote. Quotations from a network
 * are left as they were written.
 */
public final class Typography {
    /** Narrow no-break space: thousands, and before {@code ; ! ?}. */
    public static final char NARROW = '\u202f';

    /** No-break space: before a colon or a percent sign, and inside guillemets. */
    public static final char UNBROKEN = '\u00a0';

    private static final Pattern BEFORE_HIGH = Pattern.compile("(?<=\\S)[ \u00a0\u202f]+(?=[;!?])");
    private static final Pattern BEFORE_COLON = Pattern.compile("(?<=\\S)[ \u00a0\u202f]+(?=:(?:\\s|$))");
    private static final Pattern BEFORE_SIGN = Pattern.compile("(?<=\\d)[ \u00a0\u202f]+(?=[%€$£°])");
    private static final Pattern INSIDE_OPEN = Pattern.compile("«[ \u00a0\u202f]*");
    private static final Pattern INSIDE_CLOSE = Pattern.compile("[ \u00a0\u202f]*»");
    private static final Pattern IN_NUMBER = Pattern.compile("(?<=\\d)[ \u00a0](?=\\d{3}(?!\\d))");

    private Typography() {}

    /** Replaces the spaces that must not break; adds none where the author left none, except inside guillemets. */
    public static String set(String text, ReportLanguage language) {
        return switch (language) {
            case ENGLISH -> text;
            case FRENCH -> french(text);
        };
    }

    private static String french(String text) {
        String set = BEFORE_HIGH.matcher(text).replaceAll(String.valueOf(NARROW));
        set = BEFORE_COLON.matcher(set).replaceAll(String.valueOf(UNBROKEN));
        set = BEFORE_SIGN.matcher(set).replaceAll(String.valueOf(UNBROKEN));
        set = INSIDE_OPEN.matcher(set).replaceAll("«" + UNBROKEN);
        set = INSIDE_CLOSE.matcher(set).replaceAll(UNBROKEN + "»");
        return IN_NUMBER.matcher(set).replaceAll(String.valueOf(NARROW));
    }
}
