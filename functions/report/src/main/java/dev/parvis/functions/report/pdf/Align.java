package dev.parvis.functions.report.pdf;

/** START follows the text's own direction: left for French, right for Arabic. */
enum Align {
    START,
    END,
    CENTRE
}
