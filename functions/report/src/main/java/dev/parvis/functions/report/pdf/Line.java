package dev.parvis.functions.report.pdf;

import java.util.List;

/** One set line. Its width is in ems; it starts at the right margin when its paragraph is right-to-left. */
record Line(List<Piece> pieces, float width, boolean rightToLeft) {
    static final Line EMPTY = new Line(List.of(), 0, false);
}
