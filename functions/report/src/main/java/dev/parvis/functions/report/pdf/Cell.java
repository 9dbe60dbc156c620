package dev.parvis.functions.report.pdf;

/** One cell of a table: its text, how it looks and how many lines it may take. */
record Cell(String text, Style style, Align align, int atMost) {
    static Cell text(String text, int atMost) {
        return new Cell(text, Style.CELL, Align.START, atMost);
    }

    static Cell quiet(String text, int atMost) {
        return new Cell(text, Style.CELL_QUIET, Align.START, atMost);
    }

    static Cell number(String text) {
        return new Cell(text, Style.CELL, Align.END, 1);
    }

    Cell end() {
        return new Cell(text, style, Align.END, atMost);
    }
}
