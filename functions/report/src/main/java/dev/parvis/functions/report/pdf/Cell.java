package dev.parvis.functions.report.pdf;

/**
 * One cell of a table.
 *
 * @param atMost how many lines it may take
 * @param link where its text leads, or empty; anything but http and https leads nowhere
 */
record Cell(String text, Style style, Align align, int atMost, String link) {
    static Cell text(String text, int atMost) {
        return of(text, Style.CELL, atMost);
    }

    static Cell quiet(String text, int atMost) {
        return of(text, Style.CELL_QUIET, atMost);
    }

    static Cell of(String text, Style style, int atMost) {
        return new Cell(text, style, Align.START, atMost, "");
    }

    static Cell number(String text) {
        return text(text, 1).end();
    }

    Cell end() {
        return new Cell(text, style, Align.END, atMost, link);
    }

    Cell leadingTo(String url) {
        boolean leads = WebLink.isSafe(url);
        return leads ? new Cell(text, Style.CELL_LINK, align, atMost, url) : this;
    }
}
