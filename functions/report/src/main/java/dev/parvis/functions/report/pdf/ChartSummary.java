package dev.parvis.functions.report.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.parvis.functions.report.document.Formats;
import dev.parvis.functions.report.document.ReportLanguage;
import dev.parvis.functions.report.document.Section;
import dev.parvis.functions.report.document.Source;
import dev.parvis.functions.report.document.Tally;
import dev.parvis.functions.report.document.Wording;

/** What a chart shows, as a small table under it and as a sentence for those who cannot see it. */
final class ChartSummary {
    private record Extent(String name, List<Long> values, long without) {}

    private final Section.TimeSeries series;
    private final Formats formats;
    private final ReportLanguage language;
    private final List<Extent> extents;

    ChartSummary(Section.TimeSeries series, Formats formats, ReportLanguage language) {
        this.series = series;
        this.formats = formats;
        this.language = language;
        this.extents = series.lines().stream().map(ChartSummary::extent).toList();
    }

    private static Extent extent(Section.Line line) {
        List<Long> values = new ArrayList<>();
        for (Section.Point point : line.points()) {
            if (point.tally() instanceof Tally.Counted(long value, Source _)) {
                values.add(value);
            }
        }
        return new Extent(line.name(), values, line.points().size() - values.size());
    }

    List<Table.Column> columns() {
        float each = 72;
        return List.of(
                new Table.Column(in(Wording.SERIES), Paper.COLUMN - 5 * each, Align.START),
                new Table.Column(in(Wording.FIRST), each, Align.END),
                new Table.Column(in(Wording.LOWEST), each, Align.END),
                new Table.Column(in(Wording.HIGHEST), each, Align.END),
                new Table.Column(in(Wording.LAST), each, Align.END),
                new Table.Column(in(Wording.DAYS_WITHOUT), each, Align.END));
    }

    List<List<Cell>> rows() {
        return extents.stream()
                .map(extent -> List.of(
                        Cell.text(extent.name(), 2),
                        Cell.number(first(extent)),
                        Cell.number(lowest(extent)),
                        Cell.number(highest(extent)),
                        Cell.number(last(extent)),
                        Cell.number(formats.count(extent.without()))))
                .toList();
    }

    String sentence() {
        return in(Wording.CHART) + ", " + series.heading() + " (" + series.unit() + "). "
                + extents.stream().map(this::sentence).collect(Collectors.joining(" "));
    }

    private String sentence(Extent extent) {
        return extent.name() + ": " + in(Wording.FIRST) + " " + first(extent) + ", " + in(Wording.LOWEST) + " "
                + lowest(extent) + ", " + in(Wording.HIGHEST) + " " + highest(extent) + ", " + in(Wording.LAST) + " "
                + last(extent) + ".";
    }

    private String first(Extent extent) {
        return extent.values().isEmpty() ? "—" : formats.count(extent.values().getFirst());
    }

    private String last(Extent extent) {
        return extent.values().isEmpty() ? "—" : formats.count(extent.values().getLast());
    }

    private String lowest(Extent extent) {
        return extent.values().stream().min(Long::compare).map(formats::count).orElse("—");
    }

    private String highest(Extent extent) {
        return extent.values().stream().max(Long::compare).map(formats::count).orElse("—");
    }

    private String in(Wording wording) {
        return wording.in(language);
    }
}
