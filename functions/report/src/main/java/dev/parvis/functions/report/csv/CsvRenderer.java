package dev.parvis.functions.report.csv;

import dev.parvis.functions.report.document.ReportDocument;

/**
 * Writes a report as CSV: {@link #figures} has one row per key figure and per day of a chart, each with its source;
 * {@link #posts} one row per post, {@link #mentions} one per mention. No row and no text is left out, and nothing is
 * rounded but percentages, to one decimal. Times are local to the report's zone, which the column names.
 */
public final class CsvRenderer {

    public byte[] figures(ReportDocument document) {
        return new FiguresSheet(document).bytes();
    }

    public byte[] posts(ReportDocument document) {
        return new PostsSheet(document).bytes();
    }

    public byte[] mentions(ReportDocument document) {
        return new MentionsSheet(document).bytes();
    }
}
