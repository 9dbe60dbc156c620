package dev.parvis.functions.report.pdf;

/** The report's colours, 0xRRGGBB. Every text colour has at least 4.5:1 on white (WCAG 2.2, 1.4.3). */
final class Ink {
    static final int TEXT = 0x1F2933;
    static final int QUIET = 0x5A6672;
    static final int BRAND = 0x1D3F66;
    static final int LINK = 0x1D5B99;
    static final int FAILED = 0x9B2C2C;
    static final int RULE = 0xCBD2D9;
    static final int TINT = 0xF3F6F9;
    static final int WHITE = 0xFFFFFF;

    private static final int[] LINES = {0x1D5B99, 0xB4551D, 0x1F7A6D, 0x6B4C9A, 0x6E6A1F, 0x8A3B5C};

    private Ink() {}

    /** Distinct lines of a chart; they also differ in dash and marker, for readers who see no colour. */
    static int line(int index) {
        return LINES[index % LINES.length];
    }
}
