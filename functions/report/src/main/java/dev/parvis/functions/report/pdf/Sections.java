package dev.parvis.functions.report.pdf;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.parvis.functions.report.document.Formats;
import dev.parvis.functions.report.document.MentionRow;
import dev.parvis.functions.report.document.PostRow;
import dev.parvis.functions.report.document.ReportDocument;
import dev.parvis.functions.report.document.ReportLanguage;
import dev.parvis.functions.report.document.Section;
import dev.parvis.functions.report.document.Tally;
import dev.parvis.functions.report.document.Typography;
import dev.parvis.functions.report.document.Wording;

/** Sets each kind of section under its heading, and the table of sources after the last of them. */
final class Sections {
    /** A PDF is read, not searched: what lies beyond stays in the CSV, and a note says so. */
    static final int POSTS_PRINTED = 500;

    static final int MENTIONS_PRINTED = 300;
    private static final int REASONS_PRINTED = 6;

    private final Paper paper;
    private final TextSetter setter;
    private final ReportDocument document;
    private final ReportLanguage language;
    private final Formats formats;
    private final SourceIndex sources;
    private final ReportTables tables;

    Sections(Paper paper, TextSetter setter, ReportDocument document) {
        this.paper = paper;
        this.setter = setter;
        this.document = document;
        this.language = document.language();
        this.formats = new Formats(language, document.period().zone());
        this.sources = SourceIndex.of(document.sections());
        this.tables = new ReportTables(language, formats, setter);
    }

    void draw() throws IOException {
        new Cover(paper, setter).draw(document, formats);
        for (Section section : document.sections()) {
            switch (section) {
                case Section.KeyFigures key -> keyFigures(key);
                case Section.TimeSeries series -> timeSeries(series);
                case Section.Posts posts -> posts(posts);
                case Section.Mentions mentions -> mentions(mentions);
                case Section.Notes notes -> notes(notes);
                case Section.Definitions definitions -> definitions(definitions);
            }
        }
        if (!sources.entries().isEmpty()) {
            sources();
        }
    }

    private void heading(String text, float roomForWhatFollows) throws IOException {
        paper.down(10);
        String set = Typography.set(text, language);
        Paragraph heading = setter.paragraph(set, Style.HEADING, Paper.COLUMN, 3);
        paper.need(heading.height() + 6 + roomForWhatFollows);
        paper.paragraph("H2", heading);
        paper.down(6);
    }

    private void keyFigures(Section.KeyFigures key) throws IOException {
        heading(key.heading(), 110);
        if (key.figures().isEmpty()) {
            say(in(Wording.NO_DATA));
            return;
        }
        new Tiles(paper, setter, language, formats).draw(key.figures(), sources);
    }

    private void timeSeries(Section.TimeSeries series) throws IOException {
        List<Tally> tallies = series.lines().stream()
                .flatMap(line -> line.points().stream())
                .map(Section.Point::tally)
                .toList();
        if (Panel.hasValues(series)) {
            ChartSummary summary = new ChartSummary(series, formats, language);
            List<Panel> panels = Panel.of(series);
            heading(series.heading(), Chart.height(panels) + 60);
            String caption = Typography.set(series.unit(), language);
            new Chart(paper, setter, formats, document).draw(panels, caption, summary.sentence());
            new Table(paper, setter, summary.columns()).draw(summary.rows());
            paper.down(4);
        } else {
            heading(series.heading(), 40);
            say(in(Wording.NO_DATA));
        }
        reasons(tallies);
    }

    private void posts(Section.Posts posts) throws IOException {
        List<PostRow> printed = first(POSTS_PRINTED, posts.rows());
        List<Table.Column> columns = tables.posts(posts, printed);
        int counts = columns.size() - ReportTables.BEFORE_COUNTS;
        Table table = new Table(paper, setter, columns);
        List<List<Cell>> rows =
                printed.stream().map(row -> tables.post(row, counts)).toList();
        table(posts.heading(), table, rows);
        leftOut(printed.size(), posts.rows().size());
        if (counts < posts.columns().size()) {
            small(in(Wording.COLUMNS_LEFT_OUT).formatted(counts, posts.columns().size()));
        }
        reasons(printed.stream().flatMap(row -> row.tallies().stream()).toList());
    }

    private void mentions(Section.Mentions mentions) throws IOException {
        List<MentionRow> printed = first(MENTIONS_PRINTED, mentions.rows());
        boolean withTone = printed.stream().anyMatch(row -> row.sentiment() != MentionRow.Sentiment.UNDECIDED);
        Table table = new Table(paper, setter, tables.mentions(withTone));
        List<List<Cell>> rows =
                printed.stream().map(row -> tables.mention(row, withTone)).toList();
        table(mentions.heading(), table, rows);
        leftOut(printed.size(), mentions.rows().size());
    }

    private void definitions(Section.Definitions definitions) throws IOException {
        if (definitions.definitions().isEmpty()) {
            return;
        }
        Table table = new Table(paper, setter, tables.definitions());
        List<List<Cell>> rows =
                definitions.definitions().stream().map(tables::definition).toList();
        table(definitions.heading(), table, rows);
    }

    private void table(String heading, Table table, List<List<Cell>> rows) throws IOException {
        heading(heading, table.start());
        if (rows.isEmpty()) {
            say(in(Wording.NO_ROWS));
        } else {
            table.draw(rows);
            paper.down(4);
        }
    }

    private void notes(Section.Notes notes) throws IOException {
        if (notes.paragraphs().isEmpty()) {
            return;
        }
        heading(notes.heading(), 40);
        for (String paragraph : notes.paragraphs()) {
            say(paragraph);
        }
    }

    private void sources() throws IOException {
        Table table = new Table(paper, setter, tables.sources());
        heading(in(Wording.SOURCES_HEADING), table.start() + 50);
        say(in(Wording.SOURCES_INTRO));
        paper.down(4);
        table.draw(sources.entries().stream().map(tables::source).toList());
    }

    private static <T> List<T> first(int most, List<T> rows) {
        return rows.subList(0, Math.min(most, rows.size()));
    }

    private void leftOut(int printed, int all) throws IOException {
        if (printed < all) {
            small(in(Wording.ROWS_LEFT_OUT).formatted(formats.count(printed), formats.count(all)));
        }
    }

    /** Why a cell holds a word instead of a number, each reason once. */
    private void reasons(List<Tally> tallies) throws IOException {
        Set<String> reasons = new LinkedHashSet<>();
        for (Tally tally : tallies) {
            switch (tally) {
                case Tally.Counted _ -> {}
                case Tally.NotProvided(String reason) -> reasons.add(in(Wording.NOT_PROVIDED) + " : " + reason);
                case Tally.Unread(String reason) -> reasons.add(in(Wording.UNREAD) + " : " + reason);
                case Tally.Failed(String reason) -> reasons.add(in(Wording.FAILED) + " : " + reason);
            }
        }
        for (String reason : reasons.stream().limit(REASONS_PRINTED).toList()) {
            small(language == ReportLanguage.FRENCH ? reason : reason.replace(" : ", ": "));
        }
    }

    private void small(String text) throws IOException {
        String set = Typography.set(text, language);
        paper.paragraph("P", setter.paragraph(set, Style.SMALL, Paper.COLUMN, 4));
    }

    private void say(String text) throws IOException {
        String set = Typography.set(text, language);
        paper.paragraph("P", setter.paragraph(set, Style.BODY, Paper.COLUMN, TextSetter.ALL_LINES));
        paper.down(5);
    }

    private String in(Wording wording) {
        return wording.in(language);
    }
}
