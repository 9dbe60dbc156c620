package dev.parvis.functions.report.pdf;

import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;

import dev.parvis.functions.report.document.Formats;
import dev.parvis.functions.report.document.Period;
import dev.parvis.functions.report.document.ReportDocument;
import dev.parvis.functions.report.document.Section;
import dev.parvis.functions.report.document.Source;
import dev.parvis.functions.report.document.Tally;
import dev.parvis.functions.report.document.Wording;

/**
 * Lines over the days of a period. A day without a reading is a gap; one whose reading failed has a cross on the axis.
 * Lines differ by dash as well as colour, and the figure carries a text that says what it shows.
 */
final class Chart {
    private static final float LEGEND_ROW = 15;
    private static final float FOOT = 18;
    private static final float AFTER = 8;
    private static final float INSET = 6;
    private static final int DATES = 7;
    private static final int DOTS_UP_TO = 35;
    private static final float[][] DASHES = {{}, {5, 2}, {1.5f, 2}, {7, 2, 1.5f, 2}};
    private static final Style TICK = new Style(7.5f, false, Ink.QUIET);

    private final Paper paper;
    private final TextSetter setter;
    private final Formats formats;
    private final Period period;
    private final String axisFrom;

    Chart(Paper paper, TextSetter setter, Formats formats, ReportDocument report) {
        this.paper = paper;
        this.setter = setter;
        this.formats = formats;
        this.period = report.period();
        this.axisFrom = Wording.AXIS_FROM.in(report.language());
    }

    static float height(List<Panel> panels) {
        return (float) panels.stream()
                .mapToDouble(panel -> LEGEND_ROW + panel.height() + FOOT + AFTER)
                .sum();
    }

    void draw(List<Panel> panels, String caption, String alternative) throws IOException {
        paper.need(height(panels));
        PDStructureElement figure = paper.structure().child(paper.structure().top(), "Figure");
        figure.setAlternateDescription(alternative);
        for (Panel panel : panels) {
            new Plot(panel, paper.y() + LEGEND_ROW).draw(figure, caption);
            paper.down(LEGEND_ROW + panel.height() + FOOT + AFTER);
        }
    }

    /** One panel in its place on the page. */
    private final class Plot {
        private final Panel panel;
        private final Axis axis;
        private final float top;
        private final float left;
        private final float right = Paper.LEFT + Paper.COLUMN;

        Plot(Panel panel, float top) {
            this.panel = panel;
            this.axis = panel.axis();
            this.top = top;
            double widest = axis.marks().stream()
                    .mapToDouble(mark -> setter.line(formats.count(mark), TICK).width())
                    .max()
                    .orElse(0);
            this.left = Paper.LEFT + (float) widest * TICK.size() + 8;
        }

        void draw(PDStructureElement figure, String caption) throws IOException {
            paper.tagged(figure, pen -> {
                legend(pen, caption);
                marks(pen);
                dates(pen);
                for (int i = 0; i < panel.lines().size(); i++) {
                    line(pen, panel.lines().get(i), panel.first() + i);
                }
            });
        }

        private void legend(Pen pen, String caption) throws IOException {
            float y = top - LEGEND_ROW;
            String cut = axis.from() == 0 ? "" : " (" + axisFrom + formats.count(axis.from()) + ")";
            Line words = setter.lines(caption + cut, TICK, Paper.COLUMN / 2, 1).getFirst();
            pen.line(words, Paper.LEFT, y, Paper.COLUMN, TICK, Align.LEFT);
            float x = right;
            for (int i = panel.lines().size() - 1; i >= 0; i--) {
                Line name =
                        setter.lines(panel.lines().get(i).name(), TICK, 110, 1).getFirst();
                float width = name.width() * TICK.size();
                x -= width;
                pen.line(name, x, y, width, TICK, Align.LEFT);
                x -= 26;
                int index = panel.first() + i;
                List<float[]> sample = List.of(new float[] {x, y + 5.5f}, new float[] {x + 22, y + 5.5f});
                pen.polyline(sample, 1.6f, Ink.line(index), dash(index));
                x -= 14;
            }
        }

        private void marks(Pen pen) throws IOException {
            for (long mark : axis.marks()) {
                float y = y(mark);
                boolean ground = mark == axis.from();
                pen.rule(left, y, right, y, ground ? 0.8f : 0.4f, ground ? Ink.QUIET : Ink.RULE);
                Line label = setter.line(formats.count(mark), TICK);
                pen.line(label, Paper.LEFT, y - TICK.size() * 0.72f, left - Paper.LEFT - 5, TICK, Align.END);
            }
        }

        private void dates(Pen pen) throws IOException {
            long days = period.days() - 1;
            long step = Math.max(1, Math.ceilDiv(days, DATES));
            float ground = top + panel.height();
            for (long day = 0; day <= days; day += step) {
                LocalDate date = period.firstDay().plusDays(day);
                float x = x(date);
                pen.rule(x, ground, x, ground + 3, 0.6f, Ink.QUIET);
                Line label = setter.line(formats.tick(date), TICK);
                float width = label.width() * TICK.size();
                float at = Math.min(x - width / 2, right - width);
                pen.line(label, at, ground + 5, width, TICK, Align.LEFT);
            }
        }

        private void line(Pen pen, Section.Line line, int index) throws IOException {
            List<float[]> stretch = new ArrayList<>();
            boolean dots = line.points().size() <= DOTS_UP_TO;
            LocalDate expected = period.firstDay();
            for (Section.Point point : inPeriod(line)) {
                if (!point.day().equals(expected)) {
                    stretch = finished(pen, stretch, index);
                }
                expected = point.day().plusDays(1);
                switch (point.tally()) {
                    case Tally.Counted(long value, Source _) -> {
                        stretch.add(new float[] {x(point.day()), y(value)});
                        if (dots) {
                            pen.dot(x(point.day()), y(value), 1.7f, Ink.line(index));
                        }
                    }
                    case Tally.NotProvided _, Tally.Unread _ -> stretch = finished(pen, stretch, index);
                    case Tally.Failed _ -> {
                        stretch = finished(pen, stretch, index);
                        pen.cross(x(point.day()), top + panel.height() - 4, 2.2f, Ink.FAILED);
                    }
                }
            }
            finished(pen, stretch, index);
        }

        private List<Section.Point> inPeriod(Section.Line line) {
            return line.points().stream()
                    .filter(point -> !point.day().isBefore(period.firstDay())
                            && !point.day().isAfter(period.lastDay()))
                    .sorted(Comparator.comparing(Section.Point::day))
                    .toList();
        }

        private List<float[]> finished(Pen pen, List<float[]> stretch, int index) throws IOException {
            pen.polyline(stretch, 1.6f, Ink.line(index), dash(index));
            return new ArrayList<>();
        }

        private float x(LocalDate day) {
            float from = left + INSET;
            long days = Math.max(1, period.days() - 1);
            return from + (right - INSET - from) * ChronoUnit.DAYS.between(period.firstDay(), day) / days;
        }

        private float y(long value) {
            return top + panel.height() * (1 - axis.place(value));
        }
    }

    private static float[] dash(int index) {
        return DASHES[index % DASHES.length];
    }
}
