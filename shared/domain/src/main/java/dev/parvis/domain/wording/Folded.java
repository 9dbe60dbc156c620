package dev.parvis.domain.wording;

import java.text.Normalizer;
import java.util.Locale;

/** Texts without accents and capitals, so that {@code #CaféHélios} and {@code #cafehelios} are one. */
final class Folded {
    private Folded() {}

    static String of(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKD);
        var folded = new StringBuilder(plain.length());
        plain.codePoints().filter(c -> !isMark(c)).forEach(folded::appendCodePoint);
        return folded.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
            default -> false;
        };
    }

    static boolean isWord(int c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
