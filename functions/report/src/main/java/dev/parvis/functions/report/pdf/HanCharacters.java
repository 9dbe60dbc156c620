package dev.parvis.functions.report.pdf;

import java.nio.ByteBuffer;

/**
 * Takes the Kangxi radicals out of a font's character map. They share glyphs with ordinary ideographs, and PDFBox says
 * of a shared glyph that it is the lower code point: a reader who copies 山田 would get ⼭⽥ and search in vain. Text is
 * folded the other way by {@link CleanText}, so nothing asks for a radical.
 *
 * <p>Only format 12 subtables are touched; they are what PDFBox reads first (OpenType, "cmap" table).
 */
final class HanCharacters {
    static final int FIRST_RADICAL = 0x2E80;
    static final int LAST_RADICAL = 0x2FDF;
    private static final int CMAP = 0x636D6170;

    private HanCharacters() {}

    static void withoutRadicals(byte[] bytes) {
        ByteBuffer font = ByteBuffer.wrap(bytes);
        int tables = font.getShort(4);
        for (int i = 0; i < tables; i++) {
            int entry = 12 + 16 * i;
            if (font.getInt(entry) == CMAP) {
                subtables(font, font.getInt(entry + 8));
            }
        }
    }

    private static void subtables(ByteBuffer font, int cmap) {
        int subtables = font.getShort(cmap + 2);
        for (int i = 0; i < subtables; i++) {
            int subtable = cmap + font.getInt(cmap + 4 + 8 * i + 4);
            if (font.getShort(subtable) == 12) {
                groups(font, subtable);
            }
        }
    }

    private static void groups(ByteBuffer font, int subtable) {
        int groups = font.getInt(subtable + 12);
        for (int i = 0; i < groups; i++) {
            int group = subtable + 16 + 12 * i;
            int first = font.getInt(group);
            if (first >= FIRST_RADICAL && font.getInt(group + 4) <= LAST_RADICAL) {
                font.putInt(group + 4, first);
                font.putInt(group + 8, 0);
            }
        }
    }
}
