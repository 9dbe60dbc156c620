package dev.parvis.functions.report.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;

import dev.parvis.functions.report.document.Section;
import dev.parvis.functions.report.document.Source;
import dev.parvis.functions.report.document.Tally;

/**
 * Lines that share one vertical axis. Lines of one series are set apart, one panel under the other, when a common axis
 * would press any of them flat: 9 400 and 3 010 followers tell nothing side by side.
 *
 * @param first the index of its first line in the series, which fixes colour and dash
 */
record Panel(List<Section.Line> lines, int first, float height) {
    private static final float WHOLE = 150;
    private static final float PART = 84;
    private static final int PARTS = 4;
    private static final float FLAT = 0.12f;

    static List<Panel> of(Section.TimeSeries series) {
        List<Section.Line> lines = series.lines();
        if (lines.size() < 2 || lines.size() > PARTS || !pressesFlat(lines)) {
            return List.of(new Panel(lines, 0, WHOLE));
        }
        List<Panel> panels = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            panels.add(new Panel(List.of(lines.get(i)), i, PART));
        }
        return panels;
    }

    static boolean hasValues(Section.TimeSeries series) {
        return extent(series.lines()).getCount() > 0;
    }

    Axis axis() {
        return axis(lines);
    }

    private static boolean pressesFlat(List<Section.Line> lines) {
        Axis shared = axis(lines);
        return lines.stream().map(line -> extent(List.of(line))).anyMatch(extent -> {
            long range = extent.getMax() - extent.getMin();
            return extent.getCount() > 1 && range > 0 && range < FLAT * (shared.to() - shared.from());
        });
    }

    private static Axis axis(List<Section.Line> lines) {
        LongSummaryStatistics extent = extent(lines);
        return extent.getCount() == 0 ? Axis.over(0, 0) : Axis.over(extent.getMin(), extent.getMax());
    }

    private static LongSummaryStatistics extent(List<Section.Line> lines) {
        LongSummaryStatistics extent = new LongSummaryStatistics();
        for (Section.Line line : lines) {
            for (Section.Point point : line.points()) {
                if (point.tally() instanceof Tally.Counted(long value, Source _)) {
                    extent.accept(value);
                }
            }
        }
        return extent;
    }
}
