package dev.parvis.domain.mentions;

import java.text.Normalizer;
import java.util.Locale;

/** A text made comparable: folded case, no accents, no invisible characters, every run of non-letters one space. */
public final class SaidWords {
    private final String folded;

    public SaidWords(String text) {
        folded = " " + fold(text) + " ";
    }

    /** Whether the word or phrase is said, whole: "Lyon" is not said by "Lyonnais". */
    public boolean says(String phrase) {
        var wanted = fold(phrase);
        return !wanted.isEmpty() && folded.contains(" " + wanted + " ");
    }

    private static String fold(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var out = new StringBuilder(plain.length());
        plain.codePoints().forEach(point -> append(out, point));
        return out.toString().strip();
    }

    private static void append(StringBuilder out, int point) {
        switch (point) {
            case 'œ' -> out.append("oe");
            case 'æ' -> out.append("ae");
            case 'ß' -> out.append("ss");
            default -> appendPlain(out, point);
        }
    }

    private static void appendPlain(StringBuilder out, int point) {
        if (Character.isLetterOrDigit(point)) {
            out.appendCodePoint(point);
            return;
        }
        var type = Character.getType(point);
        var invisible =
                type == Character.NON_SPACING_MARK || type == Character.FORMAT || type == Character.ENCLOSING_MARK;
        if (!invisible && !out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
            out.append(' ');
        }
    }
}
