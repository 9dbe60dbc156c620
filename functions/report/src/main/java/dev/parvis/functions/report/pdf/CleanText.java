package dev.parvis.functions.report.pdf;

import java.text.Normalizer;

/**
 * Makes text from anywhere safe to set on one line: no control, no direction override, no lone surrogate, no tower of
 * accents; white space is single spaces. Emoji lose what a one-colour font cannot show (variation selectors, joiners,
 * skin tones), and a flag becomes its two letters in a box.
 */
final class CleanText {
    /** Two regional indicators, as one private character: {@code FLAGS + 26 * first + second}. */
    static final int FLAGS = 0x100000;

    private static final int LAST_FLAG = FLAGS + 26 * 26 - 1;
    private static final int FIRST_INDICATOR = 0x1F1E6;
    private static final int REPLACEMENT = 0xFFFD;
    private static final int MARKS_ON_ONE_LETTER = 4;

    private final StringBuilder out = new StringBuilder();
    private int marks;
    private int indicator = -1;

    private CleanText() {}

    static String of(String text) {
        CleanText clean = new CleanText();
        Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .map(CleanText::ideograph)
                .forEach(clean::add);
        clean.flushIndicator();
        return clean.out.toString().strip();
    }

    /** For machines that read the text aloud or list it: the same, with a flag as its two letters. */
    static String words(String text) {
        StringBuilder words = new StringBuilder();
        of(text).codePoints().forEach(point -> {
            if (isFlag(point)) {
                words.append(flag(point));
            } else {
                words.appendCodePoint(point);
            }
        });
        return words.toString();
    }

    /** A radical as the character it looks like; those without one stay. */
    private static int ideograph(int point) {
        return point >= HanCharacters.FIRST_RADICAL && point <= HanCharacters.LAST_RADICAL
                ? Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC)
                        .codePointAt(0)
                : point;
    }

    static boolean isFlag(int codePoint) {
        return codePoint >= FLAGS && codePoint <= LAST_FLAG;
    }

    static String flag(int codePoint) {
        int letters = codePoint - FLAGS;
        return "" + (char) ('A' + letters / 26) + (char) ('A' + letters % 26);
    }

    private void add(int point) {
        if (isIndicator(point)) {
            addIndicator(point - FIRST_INDICATOR);
            return;
        }
        flushIndicator();
        switch (Character.getType(point)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> addSpace();
            case Character.SPACE_SEPARATOR -> addSpaceLike(point);
            case Character.FORMAT -> addFormat(point);
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> addMark(point);
            case Character.SURROGATE, Character.UNASSIGNED -> addVisible(REPLACEMENT);
            case Character.PRIVATE_USE -> addVisible(point >= FLAGS ? REPLACEMENT : point);
            default -> {
                if (!isSkinTone(point)) {
                    addVisible(point);
                }
            }
        }
    }

    private void addSpace() {
        marks = 0;
        if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
            out.append(' ');
        }
    }

    private void addSpaceLike(int point) {
        if (point == '\u00a0' || point == '\u202f') {
            addVisible(point);
        } else {
            addSpace();
        }
    }

    /** Only the non-joiner says something about letters; it is spent by the Arabic shaper. */
    private void addFormat(int point) {
        if (point == '\u200c') {
            addVisible(point);
        }
    }

    private void addMark(int point) {
        boolean shown = !isVariationSelector(point) && point != 0x20E3 && !out.isEmpty();
        if (shown && marks < MARKS_ON_ONE_LETTER) {
            marks++;
            out.appendCodePoint(point);
        }
    }

    private void addVisible(int point) {
        marks = 0;
        out.appendCodePoint(point);
    }

    private void addIndicator(int letter) {
        if (indicator < 0) {
            indicator = letter;
        } else {
            addVisible(FLAGS + 26 * indicator + letter);
            indicator = -1;
        }
    }

    private void flushIndicator() {
        if (indicator >= 0) {
            addVisible(FIRST_INDICATOR + indicator);
            indicator = -1;
        }
    }

    private static boolean isIndicator(int point) {
        return point >= FIRST_INDICATOR && point < FIRST_INDICATOR + 26;
    }

    private static boolean isSkinTone(int point) {
        return point >= 0x1F3FB && point <= 0x1F3FF;
    }

    private static boolean isVariationSelector(int point) {
        return (point >= 0xFE00 && point <= 0xFE0F) || (point >= 0xE0100 && point <= 0xE01EF);
    }
}
