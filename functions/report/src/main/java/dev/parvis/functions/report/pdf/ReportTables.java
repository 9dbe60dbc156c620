package dev.parvis.functions.report.pdf;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.parvis.functions.report.document.Formats;
import dev.parvis.functions.report.document.Lateness;
import dev.parvis.functions.report.document.MentionRow;
import dev.parvis.functions.report.document.PostRow;
import dev.parvis.functions.report.document.ReportLanguage;
import dev.parvis.functions.report.document.Section;
import dev.parvis.functions.report.document.Source;
import dev.parvis.functions.report.document.Tally;
import dev.parvis.functions.report.document.Typography;
import dev.parvis.functions.report.document.Wording;

/** The columns of the report's tables and how a row becomes cells; what was quoted is left as it was written. */
final class ReportTables {
    /** Columns of the table of posts that are not counts. */
    static final int BEFORE_COUNTS = 4;

    private static final float NETWORK = 52;
    private static final float PUBLISHED = 54;
    private static final float LATENESS = 52;
    private static final float LEAST_FOR_TEXT = 125;
    private static final float COUNT = 47;
    private static final float NARROW_COUNT = 34;
    private static final int NARROW_FROM = 5;
    private static final float TONE = 54;
    private static final float BESIDE_MENTION = 216;

    private final ReportLanguage language;
    private final Formats formats;
    private final TextSetter setter;

    ReportTables(ReportLanguage language, Formats formats, TextSetter setter) {
        this.language = language;
        this.formats = formats;
        this.setter = setter;
    }

    /** As many counts as leave room for the text, each as wide as its widest number; the last ones give way. */
    List<Table.Column> posts(Section.Posts posts, List<PostRow> printed) {
        float room = Paper.COLUMN - NETWORK - PUBLISHED - LATENESS;
        List<Table.Column> counts = new ArrayList<>();
        for (int i = 0; i < posts.columns().size(); i++) {
            float width = width(posts, i, printed);
            if (room - width < LEAST_FOR_TEXT && !counts.isEmpty()) {
                break;
            }
            room -= width;
            counts.add(new Table.Column(posts.columns().get(i), width, Align.END));
        }
        List<Table.Column> columns = new ArrayList<>();
        columns.add(start(Wording.POST, room));
        columns.add(start(Wording.NETWORK, NETWORK));
        columns.add(start(Wording.PUBLISHED, PUBLISHED));
        columns.add(new Table.Column(in(Wording.LATENESS), LATENESS, Align.END));
        columns.addAll(counts);
        return columns;
    }

    private float width(Section.Posts posts, int column, List<PostRow> printed) {
        float widest = posts.columns().size() < NARROW_FROM ? COUNT : NARROW_COUNT;
        for (String word : posts.columns().get(column).split(" ")) {
            widest = Math.max(widest, setter.width(word, Style.COLUMN) + Table.PADDING);
        }
        for (PostRow row : printed) {
            if (row.tallies().get(column) instanceof Tally.Counted(long value, Source _)) {
                widest = Math.max(widest, setter.width(formats.count(value), Style.CELL) + Table.PADDING);
            }
        }
        return Math.min(widest + 1, Paper.COLUMN / 3);
    }

    List<Cell> post(PostRow row, int counts) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.text(row.excerpt(), 4));
        cells.add(Cell.quiet(row.network(), 2).leadingTo(row.url()));
        cells.add(Cell.quiet(twoLines(row.publishedAt()), 2));
        cells.add(Cell.quiet(lateness(row.lateness()), 2).end());
        row.tallies().subList(0, counts).forEach(tally -> cells.add(tally(tally)));
        return cells;
    }

    private String lateness(Lateness lateness) {
        return switch (lateness) {
            case Lateness.Unscheduled() -> in(Wording.NOT_SCHEDULED);
            case Lateness.By(Duration late) -> late.isZero() ? in(Wording.ON_TIME) : formats.duration(late);
        };
    }

    private Cell tally(Tally tally) {
        return switch (tally) {
            case Tally.Counted(long value, Source _) -> Cell.number(formats.count(value));
            case Tally.NotProvided _ -> Cell.quiet(in(Wording.NOT_PROVIDED), 2).end();
            case Tally.Unread _ -> Cell.quiet(in(Wording.UNREAD), 2).end();
            case Tally.Failed _ ->
                Cell.of(in(Wording.FAILED), Style.CELL_FAILED, 1).end();
        };
    }

    /** Without the column of tones where the engine abstained on all of them. */
    List<Table.Column> mentions(boolean withTone) {
        float tone = withTone ? TONE : 0;
        List<Table.Column> columns = new ArrayList<>(List.of(
                start(Wording.MENTION, Paper.COLUMN - BESIDE_MENTION - tone),
                start(Wording.AUTHOR, 92),
                start(Wording.WHERE, 66),
                start(Wording.WHEN, 58)));
        if (withTone) {
            columns.add(start(Wording.TONE, TONE));
        }
        return columns;
    }

    List<Cell> mention(MentionRow row, boolean withTone) {
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.text(row.excerpt(), 4),
                Cell.quiet(row.author(), 2),
                Cell.quiet(row.origin(), 2).leadingTo(row.url()),
                Cell.quiet(twoLines(row.publishedAt()), 2)));
        if (withTone) {
            cells.add(Cell.quiet(in(Wording.of(row.sentiment())), 1));
        }
        return cells;
    }

    List<Table.Column> definitions() {
        return List.of(start(Wording.TERM, 130), start(Wording.DEFINITION, Paper.COLUMN - 130));
    }

    List<Cell> definition(Section.Definition definition) {
        return List.of(
                Cell.of(Typography.set(definition.term(), language), Style.COLUMN, 4),
                Cell.text(Typography.set(definition.text(), language), 12));
    }

    List<Table.Column> sources() {
        return List.of(
                new Table.Column(in(Wording.NUMBER), 26, Align.END),
                start(Wording.FIGURE, 122),
                start(Wording.NETWORK, 58),
                start(Wording.FIELD, 122),
                start(Wording.READ_AT, 58),
                start(Wording.DEFINITION, Paper.COLUMN - 386));
    }

    List<Cell> source(SourceIndex.Entry entry) {
        String first = twoLines(entry.first());
        String last = twoLines(entry.last());
        return List.of(
                Cell.quiet(String.valueOf(entry.number()), 1).end(),
                Cell.text(Typography.set(String.join(", ", entry.figures()), language), 8),
                Cell.quiet(entry.source().network(), 2),
                Cell.quiet(entry.source().field(), 4),
                Cell.quiet(first.equals(last) ? first : first + " – " + last, 4),
                Cell.quiet(Typography.set(entry.source().definition(), language), 8));
    }

    /** The day over the time, so that the column stays narrow. */
    private String twoLines(Instant instant) {
        return formats.instant(instant).replace(Typography.UNBROKEN, ' ');
    }

    private Table.Column start(Wording title, float width) {
        return new Table.Column(in(title), width, Align.START);
    }

    private String in(Wording wording) {
        return wording.in(language);
    }
}
