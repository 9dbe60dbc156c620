package dev.parvis.functions.report.pdf;

/** START follows the text's own direction, left for French and right for Arabic; LEFT does not. */
enum Align {
    LEFT,
    START,
    END,
    CENTRE
}
