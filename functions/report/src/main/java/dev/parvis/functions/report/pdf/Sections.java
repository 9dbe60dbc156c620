package dev.parvis.functions.report.pdf;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.parvis.functions.report.document.Formats;
import dev.parvis.functions.report.document.Lateness;
import dev.parvis.functions.report.document.MentionRow;
import dev.parvis.functions.report.document.PostRow;
import dev.parvis.functions.report.document.ReportDocument;
import dev.parvis.functions.report.document.ReportLanguage;
import dev.parvis.functions.report.document.Section;
import dev.parvis.functions.report.document.Source;
import dev.parvis.functions.report.document.Tally;
import dev.parvis.functions.report.document.Typography;
import dev.parvis.functions.report.document.Wording;

/** Sets each kind of section under its heading, and the table of sources after the last of them. */
final class Sections {
    /** A PDF is read, not searched: what lies beyond stays in the CSV, and a note says so. */
    static final int POSTS_PRINTED = 500;

    static final int MENTIONS_PRINTED = 300;
    private static final int COUNTS_PRINTED = 7;
    private static final int REASONS_PRINTED = 6;

    private final Paper paper;
    private final TextSetter setter;
    private final ReportDocument document;
    private final ReportLanguage language;
    private final Formats formats;
    private final SourceIndex sources;

    Sections(Paper paper, TextSetter setter, ReportDocument document) {
        this.paper = paper;
        this.setter = setter;
        this.document = document;
        this.language = document.language();
        this.formats = new Formats(language, document.period().zone());
        this.sources = SourceIndex.of(document.sections());
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
        List<String> counts = posts.columns()
                .subList(0, Math.min(COUNTS_PRINTED, posts.columns().size()));
        float[] fixed = {52, 54, 52};
        float each = counts.size() > 5 ? 40 : 47;
        List<Table.Column> columns = new ArrayList<>();
        columns.add(new Table.Column(
                in(Wording.POST), Paper.COLUMN - fixed[0] - fixed[1] - fixed[2] - each * counts.size(), Align.START));
        columns.add(new Table.Column(in(Wording.NETWORK), fixed[0], Align.START));
        columns.add(new Table.Column(in(Wording.PUBLISHED), fixed[1], Align.START));
        columns.add(new Table.Column(in(Wording.LATENESS), fixed[2], Align.END));
        counts.forEach(count -> columns.add(new Table.Column(count, each, Align.END)));
        Table table = new Table(paper, setter, columns);
        heading(posts.heading(), table.start());
        if (posts.rows().isEmpty()) {
            say(in(Wording.NO_ROWS));
            return;
        }
        List<PostRow> printed =
                posts.rows().subList(0, Math.min(POSTS_PRINTED, posts.rows().size()));
        table.draw(printed.stream().map(row -> cells(row, counts.size())).toList());
        paper.down(4);
        leftOut(printed.size(), posts.rows().size());
        if (counts.size() < posts.columns().size()) {
            small(in(Wording.COLUMNS_LEFT_OUT)
                    .formatted(counts.size(), posts.columns().size()));
        }
        reasons(printed.stream().flatMap(row -> row.tallies().stream()).toList());
    }

    private List<Cell> cells(PostRow row, int counts) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.text(row.excerpt(), 4));
        cells.add(Cell.quiet(row.network(), 2).leadingTo(row.url()));
        cells.add(Cell.quiet(formats.instant(row.publishedAt()).replace('\u00a0', ' '), 2));
        cells.add(Cell.quiet(lateness(row.lateness()), 2).end());
        row.tallies().subList(0, counts).forEach(tally -> cells.add(cell(tally)));
        return cells;
    }

    private String lateness(Lateness lateness) {
        return switch (lateness) {
            case Lateness.Unscheduled() -> in(Wording.NOT_SCHEDULED);
            case Lateness.By(Duration late) -> late.isZero() ? in(Wording.ON_TIME) : formats.duration(late);
        };
    }

    private Cell cell(Tally tally) {
        return switch (tally) {
            case Tally.Counted(long value, Source _) -> Cell.number(formats.count(value));
            case Tally.NotProvided _ -> Cell.quiet(in(Wording.NOT_PROVIDED), 2).end();
            case Tally.Failed _ ->
                Cell.of(in(Wording.FAILED), Style.CELL_FAILED, 1).end();
        };
    }

    private void mentions(Section.Mentions mentions) throws IOException {
        List<Table.Column> columns = List.of(
                new Table.Column(in(Wording.MENTION), Paper.COLUMN - 270, Align.START),
                new Table.Column(in(Wording.AUTHOR), 92, Align.START),
                new Table.Column(in(Wording.WHERE), 66, Align.START),
                new Table.Column(in(Wording.WHEN), 58, Align.START),
                new Table.Column(in(Wording.TONE), 54, Align.START));
        Table table = new Table(paper, setter, columns);
        heading(mentions.heading(), table.start());
        if (mentions.rows().isEmpty()) {
            say(in(Wording.NO_ROWS));
            return;
        }
        List<MentionRow> printed = mentions.rows()
                .subList(0, Math.min(MENTIONS_PRINTED, mentions.rows().size()));
        table.draw(printed.stream().map(this::cells).toList());
        paper.down(4);
        leftOut(printed.size(), mentions.rows().size());
    }

    private List<Cell> cells(MentionRow row) {
        return List.of(
                Cell.text(row.excerpt(), 4),
                Cell.quiet(row.author(), 2),
                Cell.quiet(row.origin(), 2).leadingTo(row.url()),
                Cell.quiet(formats.instant(row.publishedAt()).replace('\u00a0', ' '), 2),
                Cell.quiet(tone(row.sentiment()), 1));
    }

    private String tone(MentionRow.Sentiment sentiment) {
        return switch (sentiment) {
            case POSITIVE -> in(Wording.POSITIVE);
            case NEUTRAL -> in(Wording.NEUTRAL);
            case NEGATIVE -> in(Wording.NEGATIVE);
            case UNDECIDED -> in(Wording.UNDECIDED);
        };
    }

    private void notes(Section.Notes notes) throws IOException {
        heading(notes.heading(), 40);
        for (String paragraph : notes.paragraphs()) {
            say(paragraph);
        }
    }

    private void definitions(Section.Definitions definitions) throws IOException {
        List<Table.Column> columns = List.of(
                new Table.Column(in(Wording.TERM), 130, Align.START),
                new Table.Column(in(Wording.DEFINITION), Paper.COLUMN - 130, Align.START));
        Table table = new Table(paper, setter, columns);
        heading(definitions.heading(), table.start());
        table.draw(definitions.definitions().stream()
                .map(definition -> List.of(
                        Cell.of(Typography.set(definition.term(), language), Style.COLUMN, 4),
                        Cell.text(Typography.set(definition.text(), language), 12)))
                .toList());
    }

    private void sources() throws IOException {
        List<Table.Column> columns = List.of(
                new Table.Column("", 26, Align.END),
                new Table.Column(in(Wording.FIGURE), 122, Align.START),
                new Table.Column(in(Wording.NETWORK), 58, Align.START),
                new Table.Column(in(Wording.FIELD), 122, Align.START),
                new Table.Column(in(Wording.READ_AT), 58, Align.START),
                new Table.Column(in(Wording.DEFINITION), Paper.COLUMN - 386, Align.START));
        Table table = new Table(paper, setter, columns);
        heading(in(Wording.SOURCES_HEADING), table.start() + 50);
        say(in(Wording.SOURCES_INTRO));
        paper.down(4);
        table.draw(sources.entries().stream().map(this::cells).toList());
    }

    private List<Cell> cells(SourceIndex.Entry entry) {
        String first = formats.instant(entry.first()).replace('\u00a0', ' ');
        String last = formats.instant(entry.last()).replace('\u00a0', ' ');
        return List.of(
                Cell.quiet(String.valueOf(entry.number()), 1).end(),
                Cell.text(Typography.set(String.join(", ", entry.figures()), language), 8),
                Cell.quiet(entry.source().network(), 2),
                Cell.quiet(entry.source().field(), 4),
                Cell.quiet(first.equals(last) ? first : first + " – " + last, 4),
                Cell.quiet(Typography.set(entry.source().definition(), language), 5));
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
