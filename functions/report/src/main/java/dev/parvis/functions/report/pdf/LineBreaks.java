package dev.parvis.functions.report.pdf;

/** Where a line may end: after a space, after a hyphen inside a word, around an ideograph (with the usual taboos). */
final class LineBreaks {
    private static final String NEVER_FIRST = "、。，．・：；？！）」』】〕》〉ー々ゝゞぁぃぅぇぉっゃゅょァィゥェォッャュョ";
    private static final String SIGNS = ":;!?»%€";
    private static final String NEVER_LAST = "（「『【〔《〈";

    private LineBreaks() {}

    /** Whether the text may break before the character at {@code at}, a code point boundary inside the text. */
    static boolean before(String text, int at) {
        int previous = text.codePointBefore(at);
        int next = text.codePointAt(at);
        if (next == ' ' || Character.getType(next) == Character.NON_SPACING_MARK) {
            return false;
        }
        if (previous == ' ') {
            return SIGNS.indexOf(next) < 0;
        }
        if (previous == '-' || previous == '/') {
            return Character.isLetter(next) && at > 1 && Character.isLetterOrDigit(text.codePointBefore(at - 1));
        }
        return (FontShelf.isEastAsian(previous) || FontShelf.isEastAsian(next))
                && previous != '\u00a0'
                && NEVER_FIRST.indexOf(next) < 0
                && NEVER_LAST.indexOf(previous) < 0;
    }
}
