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

    /** Names and times: on the left whatever their script, or a column of names would be ragged on both sides. */
    static Cell quiet(String text, int atMost) {
        return new Cell(text, Style.CELL_QUIET, Align.LEFT, atMost, "");
    }

    static Cell of(String text, Style style, int atMost) {
        return new Cell(text, style, Align.START, atMost, "");
    }

    /** Never shortened: a cut number is another number. */
    static Cell number(String text) {
        return text(text, TextSetter.ALL_LINES).end();
    }

    Cell end() {
        return new Cell(text, style, Align.END, atMost, link);
    }

    Cell leadingTo(String url) {
        boolean leads = WebLink.isSafe(url);
        return leads ? new Cell(text, Style.CELL_LINK, align, atMost, url) : this;
    }
}
