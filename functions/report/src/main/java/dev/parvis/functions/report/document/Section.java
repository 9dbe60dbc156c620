package dev.parvis.functions.report.document;

import java.time.LocalDate;
import java.util.List;

/** A part of the report under one heading. The table of sources is not a section: it is derived from all of them. */
public sealed interface Section {

    String heading();

    /** The figures that the reader looks at first, as tiles. */
    record KeyFigures(String heading, List<KeyFigure> figures) implements Section {
        public KeyFigures {
            figures = List.copyOf(figures);
        }
    }

    record KeyFigure(String label, Figure figure) {}

    /**
     * A chart over days: lines that share one unit.
     *
     * @param unit what the vertical axis counts, in the report's language ("abonnés")
     */
    record TimeSeries(String heading, String unit, List<Line> lines) implements Section {
        public TimeSeries {
            lines = List.copyOf(lines);
        }
    }

    /** One line of a chart. Days without a count are gaps, never zeros and never bridged. */
    record Line(String name, List<Point> points) {
        public Line {
            points = List.copyOf(points);
        }
    }

    record Point(LocalDate day, Tally tally) {}

    /**
     * The posts of the period.
     *
     * @param columns names of the counts, in the order of {@link PostRow#tallies}
     */
    record Posts(String heading, List<String> columns, List<PostRow> rows) implements Section {
        public Posts {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
            for (PostRow row : rows) {
                if (row.tallies().size() != columns.size()) {
                    throw new IllegalArgumentException(
                            "a post with " + row.tallies().size() + " counts under " + columns.size() + " columns");
                }
            }
        }
    }

    /** What was said about the brand. */
    record Mentions(String heading, List<MentionRow> rows) implements Section {
        public Mentions {
            rows = List.copyOf(rows);
        }
    }

    /** Free text: the comment of the period, what failed, what comes next. One paragraph per entry. */
    record Notes(String heading, List<String> paragraphs) implements Section {
        public Notes {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /** The appendix: what the terms mean. */
    record Definitions(String heading, List<Definition> definitions) implements Section {
        public Definitions {
            definitions = List.copyOf(definitions);
        }
    }

    record Definition(String term, String text) {}
}
