package dev.parvis.functions.report.pdf;

import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;

import dev.parvis.functions.report.document.Formats;
import dev.parvis.functions.report.document.Section;
import dev.parvis.functions.report.document.Source;
import dev.parvis.functions.report.document.Tally;

/**
 * Lines over days. A day without a reading is a gap; one whose reading failed has a cross on the axis. Lines differ by
 * dash as well as colour, and the figure carries a text that says what it shows.
 */
final class Chart {
    private static final float PLOT = 150;
    private static final float LEGEND_ROW = 14;
    private static final float FOOT = 18;
    private static final int DATES = 7;
    private static final int DOTS_UP_TO = 35;
    private static final float[][] DASHES = {{}, {5, 2}, {1.5f, 2}, {7, 2, 1.5f, 2}};
    private static final Style TICK = new Style(7.5f, false, Ink.QUIET);

    private final Paper paper;
    private final TextSetter setter;
    private final Formats formats;
    private final Section.TimeSeries series;
    private final Axis axis;
    private final LocalDate firstDay;
    private final long days;
    private final float left;

    Chart(Paper paper, TextSetter setter, Formats formats, Section.TimeSeries series, LocalDate first, LocalDate last) {
        this.paper = paper;
        this.setter = setter;
        this.formats = formats;
        this.series = series;
        this.firstDay = first;
        this.days = Math.max(1, ChronoUnit.DAYS.between(first, last));
        List<Long> values = values(series);
        this.axis = Axis.over(
                values.stream().mapToLong(Long::longValue).min().orElse(0),
                values.stream().mapToLong(Long::longValue).max().orElse(0));
        this.left = Paper.LEFT + labelWidth() + 8;
    }

    static boolean hasValues(Section.TimeSeries series) {
        return !values(series).isEmpty();
    }

    private static List<Long> values(Section.TimeSeries series) {
        List<Long> values = new ArrayList<>();
        for (Section.Line line : series.lines()) {
            for (Section.Point point : line.points()) {
                if (point.tally() instanceof Tally.Counted(long value, Source _)) {
                    values.add(value);
                }
            }
        }
        return values;
    }

    float height() {
        return LEGEND_ROW + PLOT + FOOT + 10;
    }

    void draw(String alternative) throws IOException {
        paper.need(height());
        PDStructureElement figure = paper.structure().child(paper.structure().top(), "Figure");
        figure.setAlternateDescription(alternative);
        float top = paper.y() + LEGEND_ROW;
        paper.tagged(figure, pen -> {
            legend(pen, paper.y());
            frame(pen, top);
            for (int i = 0; i < series.lines().size(); i++) {
                line(pen, series.lines().get(i), i, top);
            }
        });
        paper.down(height());
    }

    private float labelWidth() {
        return (float) axis.marks().stream()
                        .mapToDouble(
                                mark -> setter.line(formats.count(mark), TICK).width())
                        .max()
                        .orElse(0)
                * TICK.size();
    }

    private void legend(Pen pen, float y) throws IOException {
        Line unit = setter.line(series.unit(), TICK);
        pen.line(unit, Paper.LEFT, y, Paper.COLUMN, TICK, Align.START);
        float x = Paper.LEFT + Paper.COLUMN;
        for (int i = series.lines().size() - 1; i >= 0; i--) {
            Line name = setter.lines(series.lines().get(i).name(), TICK, 110, 1).getFirst();
            x -= name.width() * TICK.size();
            pen.line(name, x, y, name.width() * TICK.size(), TICK, Align.START);
            x -= 26;
            pen.polyline(
                    List.of(new float[] {x, y + 5.5f}, new float[] {x + 22, y + 5.5f}), 1.6f, Ink.line(i), dash(i));
            x -= 14;
        }
    }

    private void frame(Pen pen, float top) throws IOException {
        for (long mark : axis.marks()) {
            float y = top + PLOT * (1 - axis.place(mark));
            pen.rule(left, y, Paper.LEFT + Paper.COLUMN, y, mark == axis.from() ? 0.8f : 0.4f, Ink.RULE);
            pen.line(
                    setter.line(formats.count(mark), TICK),
                    Paper.LEFT,
                    y - TICK.size() * 0.72f,
                    left - Paper.LEFT - 5,
                    TICK,
                    Align.END);
        }
        long step = Math.max(1, Math.ceilDiv(days, DATES));
        for (long day = 0; day <= days; day += step) {
            float x = x(firstDay.plusDays(day));
            pen.rule(x, top + PLOT, x, top + PLOT + 3, 0.6f, Ink.QUIET);
            Line label = setter.line(formats.tick(firstDay.plusDays(day)), TICK);
            float half = label.width() * TICK.size() / 2;
            float at = Math.min(x - half, Paper.LEFT + Paper.COLUMN - 2 * half);
            pen.line(label, at, top + PLOT + 5, 2 * half, TICK, Align.START);
        }
    }

    private void line(Pen pen, Section.Line line, int index, float top) throws IOException {
        List<float[]> stretch = new ArrayList<>();
        boolean dots = line.points().size() <= DOTS_UP_TO;
        for (Section.Point point : line.points()) {
            switch (point.tally()) {
                case Tally.Counted(long value, Source _) -> {
                    float[] at = {x(point.day()), top + PLOT * (1 - axis.place(value))};
                    stretch.add(at);
                    if (dots) {
                        pen.dot(at[0], at[1], 1.7f, Ink.line(index));
                    }
                }
                case Tally.NotProvided _ -> stretch = finished(pen, stretch, index);
                case Tally.Failed _ -> {
                    stretch = finished(pen, stretch, index);
                    pen.cross(x(point.day()), top + PLOT - 3, 2.2f, Ink.FAILED);
                }
            }
        }
        finished(pen, stretch, index);
    }

    private List<float[]> finished(Pen pen, List<float[]> stretch, int index) throws IOException {
        pen.polyline(stretch, 1.6f, Ink.line(index), dash(index));
        return new ArrayList<>();
    }

    private static float[] dash(int index) {
        return DASHES[index % DASHES.length];
    }

    private float x(LocalDate day) {
        float right = Paper.LEFT + Paper.COLUMN - 6;
        return left + 6 + (right - left - 6) * ChronoUnit.DAYS.between(firstDay, day) / days;
    }
}
