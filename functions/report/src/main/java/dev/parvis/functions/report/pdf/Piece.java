package dev.parvis.functions.report.pdf;

/** A stretch of a line that is drawn in one go, left to right, widths in ems. */
sealed interface Piece {
    float width();

    /** Characters in visual order that one font has. */
    record Text(FontFile font, String characters, float width) implements Piece {}

    /** A framed label: the code point of a character that no font has, or the letters of a flag. */
    record Box(String label, float width) implements Piece {}
}
