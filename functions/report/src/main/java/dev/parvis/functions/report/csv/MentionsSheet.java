package dev.parvis.functions.report.csv;

import java.util.List;

import dev.parvis.functions.report.document.MentionRow;
import dev.parvis.functions.report.document.ReportDocument;
import dev.parvis.functions.report.document.Section;
import dev.parvis.functions.report.document.Wording;

/** One row per mention, its text whole. */
final class MentionsSheet {
    private final ReportDocument document;
    private final Sheet sheet;

    MentionsSheet(ReportDocument document) {
        this.document = document;
        this.sheet = new Sheet(document.language());
    }

    byte[] bytes() {
        sheet.row(List.of(
                in(Wording.TEXT),
                in(Wording.AUTHOR),
                in(Wording.WHERE),
                in(Wording.LINK),
                in(Wording.WHEN) + " (" + document.period().zone() + ")",
                in(Wording.TONE)));
        for (Section section : document.sections()) {
            if (section instanceof Section.Mentions mentions) {
                mentions.rows().forEach(this::row);
            }
        }
        return sheet.bytes();
    }

    private void row(MentionRow row) {
        sheet.row(List.of(
                row.excerpt(),
                row.author(),
                row.origin(),
                row.url(),
                Sheet.local(row.publishedAt(), document.period().zone()),
                in(Wording.of(row.sentiment()))));
    }

    private String in(Wording wording) {
        return wording.in(document.language());
    }
}
