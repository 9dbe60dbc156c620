package dev.parvis.kernel.text;

/**
 * The spaces that French printing asks for, in what we say ourselves: none of them may break a line. What people wrote is
 * shown as they wrote it.
 */
public final class French {
    /** Before {@code ; ! ?} and among the digits of a number. */
    private static final char NARROW = '\u202f';

    /** Before a colon, a percent or euro sign, and inside guillemets. */
    private static final char UNBROKEN = '\u00a0';

    private French() {}

    /** Replaces the spaces that must not break; adds none where there is none. */
    public static String spaced(String text) {
        var set = new StringBuilder(text);
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) == ' ') {
                set.setCharAt(i, space(text, i));
            }
        }
        return set.toString();
    }

    private static char space(String text, int at) {
        var before = at == 0 ? ' ' : text.charAt(at - 1);
        var after = at + 1 == text.length() ? ' ' : text.charAt(at + 1);
        return switch (after) {
            case ';', '!', '?' -> NARROW;
            case '»' -> UNBROKEN;
            case ':' -> isEnd(text, at + 2) ? UNBROKEN : ' ';
            case '%', '€' -> isDigit(before) ? UNBROKEN : ' ';
            default -> before == '«' ? UNBROKEN : isDigit(before) && areThreeDigits(text, at + 1) ? NARROW : ' ';
        };
    }

    /** A colon in a time or an address has no space before it; one that is written as punctuation is followed by one. */
    private static boolean isEnd(String text, int at) {
        return at >= text.length() || Character.isWhitespace(text.charAt(at));
    }

    private static boolean areThreeDigits(String text, int from) {
        return text.length() >= from + 3
                && isDigit(text.charAt(from))
                && isDigit(text.charAt(from + 1))
                && isDigit(text.charAt(from + 2))
                && (text.length() == from + 3 || !isDigit(text.charAt(from + 3)));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
