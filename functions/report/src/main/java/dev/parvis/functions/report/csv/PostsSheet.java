package dev.parvis.functions.report.csv;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import dev.parvis.functions.report.document.Lateness;
import dev.parvis.functions.report.document.PostRow;
import dev.parvis.functions.report.document.ReportDocument;
import dev.parvis.functions.report.document.ReportLanguage;
import dev.parvis.functions.report.document.Section;
import dev.parvis.functions.report.document.Source;
import dev.parvis.functions.report.document.Tally;
import dev.parvis.functions.report.document.Wording;

/** One row per post, its text whole. */
final class PostsSheet {
    private final ReportLanguage language;
    private final ZoneId zone;
    private final Sheet sheet;

    PostsSheet(ReportDocument document) {
        language = document.language();
        zone = document.period().zone();
        sheet = new Sheet(language);
        for (Section section : document.sections()) {
            if (section instanceof Section.Posts posts) {
                table(posts);
            }
        }
    }

    byte[] bytes() {
        return sheet.bytes();
    }

    private void table(Section.Posts posts) {
        sheet.text(Wording.TEXT.in(language))
                .text(Wording.NETWORK.in(language))
                .text(Wording.LINK.in(language))
                .text(Wording.PUBLISHED.in(language) + " (" + zone + ")")
                .text(Wording.LATENESS_SECONDS.in(language));
        posts.columns().forEach(sheet::text);
        sheet.text(Wording.FIELD.in(language))
                .text(Wording.READ_AT.in(language) + " (" + zone + ")")
                .end();
        posts.rows().forEach(this::post);
    }

    private void post(PostRow row) {
        sheet.text(row.excerpt()).text(row.network()).text(row.url()).text(Sheet.local(row.publishedAt(), zone));
        switch (row.lateness()) {
            case Lateness.By(Duration late) -> sheet.number(BigDecimal.valueOf(late.toMillis(), 3));
            case Lateness.Unscheduled() -> sheet.text(Wording.NOT_SCHEDULED.in(language));
        }
        List<Source> sources = new ArrayList<>();
        for (Tally tally : row.tallies()) {
            switch (tally) {
                case Tally.Counted(long value, Source source) -> {
                    sheet.number(value);
                    sources.add(source);
                }
                case Tally.NotProvided(String _) -> sheet.text(Wording.NOT_PROVIDED.in(language));
                case Tally.Unread(String _) -> sheet.text(Wording.UNREAD.in(language));
                case Tally.Failed(String _) -> sheet.text(Wording.FAILED.in(language));
            }
        }
        sheet.text(FiguresSheet.joined(sources.stream().map(Source::field).toList()))
                .text(FiguresSheet.joined(sources.stream()
                        .map(source -> Sheet.local(source.readAt(), zone))
                        .toList()))
                .end();
    }
}
