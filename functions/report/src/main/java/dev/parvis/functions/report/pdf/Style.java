package dev.parvis.functions.report.pdf;

/** How a text looks: size in points, colour as 0xRRGGBB. */
record Style(float size, boolean bold, int colour) {
    static final Style BODY = new Style(9.5f, false, Ink.TEXT);
    static final Style CELL = new Style(8, false, Ink.TEXT);
    static final Style CELL_QUIET = new Style(7.5f, false, Ink.QUIET);
    static final Style CELL_LINK = new Style(7.5f, false, Ink.LINK);
    static final Style CELL_FAILED = new Style(7.5f, true, Ink.FAILED);
    static final Style COLUMN = new Style(7.5f, true, Ink.TEXT);
    static final Style SMALL = new Style(7.5f, false, Ink.QUIET);
    static final Style HEADING = new Style(14, true, Ink.BRAND);

    /** From one baseline to the next. */
    float leading() {
        return size * 1.38f;
    }

    Style in(int colour) {
        return new Style(size, bold, colour);
    }
}
