package dev.parvis.functions.report.pdf;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The parsed fonts, each read when a character first needs it and kept for the next report. Not thread-safe. */
final class FontShelf {
    private final Map<FontFile, Typeface> faces = new EnumMap<>(FontFile.class);

    Typeface face(FontFile file) {
        return faces.computeIfAbsent(file, Typeface::load);
    }

    /** The first font that has the character; Chinese (10 MB) and emoji are opened only for what they could hold. */
    Optional<FontFile> holding(int codePoint, boolean bold) {
        FontFile text = bold ? FontFile.TEXT_BOLD : FontFile.TEXT;
        if (face(text).has(codePoint)) {
            return Optional.of(text);
        }
        if (isEastAsian(codePoint)) {
            return holds(FontFile.HAN, codePoint);
        }
        if (Character.isEmojiPresentation(codePoint)) {
            return holds(FontFile.EMOJI, codePoint).or(() -> holds(FontFile.SYMBOLS, codePoint));
        }
        return holds(bold ? FontFile.SYMBOLS_BOLD : FontFile.SYMBOLS, codePoint)
                .or(() -> holds(FontFile.SYMBOLS, codePoint))
                .or(() -> Character.isEmoji(codePoint) ? holds(FontFile.EMOJI, codePoint) : Optional.empty());
    }

    private Optional<FontFile> holds(FontFile file, int codePoint) {
        return face(file).has(codePoint) ? Optional.of(file) : Optional.empty();
    }

    static boolean isEastAsian(int codePoint) {
        return switch (UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, BOPOMOFO -> true;
            default -> (codePoint >= 0x3000 && codePoint <= 0x303F) || (codePoint >= 0xFF00 && codePoint <= 0xFFEF);
        };
    }
}
