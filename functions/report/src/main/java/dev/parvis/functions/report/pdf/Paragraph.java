package dev.parvis.functions.report.pdf;

import java.util.List;

/** A text that has been broken into lines, and the words it was. */
record Paragraph(String text, List<Line> lines, Style style) {
    float height() {
        return lines.size() * style.leading();
    }
}
