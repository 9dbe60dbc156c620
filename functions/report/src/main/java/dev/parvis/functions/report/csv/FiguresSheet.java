package dev.parvis.functions.report.csv;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import dev.parvis.functions.report.document.Change;
import dev.parvis.functions.report.document.Comparison;
import dev.parvis.functions.report.document.Figure;
import dev.parvis.functions.report.document.Quantity;
import dev.parvis.functions.report.document.ReportDocument;
import dev.parvis.functions.report.document.ReportLanguage;
import dev.parvis.functions.report.document.Section;
import dev.parvis.functions.report.document.Source;
import dev.parvis.functions.report.document.Tally;
import dev.parvis.functions.report.document.Wording;

/** One row per key figure and per day of a chart. */
final class FiguresSheet {
    private final ReportLanguage language;
    private final ZoneId zone;
    private final Sheet sheet;

    FiguresSheet(ReportDocument document) {
        language = document.language();
        zone = document.period().zone();
        sheet = new Sheet(language);
        sheet.row(List.of(
                in(Wording.SECTION),
                in(Wording.FIGURE),
                in(Wording.WHEN),
                in(Wording.STATE),
                in(Wording.VALUE),
                in(Wording.UNIT),
                in(Wording.BASE),
                in(Wording.PREVIOUS_VALUE),
                in(Wording.CHANGE),
                in(Wording.CHANGE_PERCENT),
                in(Wording.REASON),
                in(Wording.NETWORK),
                in(Wording.FIELD),
                in(Wording.READ_AT) + " (" + zone + ")",
                in(Wording.DEFINITION)));
        for (Section section : document.sections()) {
            section(section, document);
        }
    }

    byte[] bytes() {
        return sheet.bytes();
    }

    private void section(Section section, ReportDocument document) {
        switch (section) {
            case Section.KeyFigures key -> key.figures().forEach(figure -> figure(key.heading(), figure, document));
            case Section.TimeSeries series ->
                series.lines().forEach(line -> line.points().forEach(point -> point(series, line, point)));
            case Section.Posts _, Section.Mentions _, Section.Notes _, Section.Definitions _ -> {}
        }
    }

    private void figure(String heading, Section.KeyFigure key, ReportDocument document) {
        LocalDate last = document.period().lastDay();
        switch (key.figure()) {
            case Figure.Measured measured -> {
                start(heading, key.label(), last, Wording.MEASURED);
                measured(measured);
            }
            case Figure.NotProvided(String reason) ->
                unsourced(heading, key.label(), last, Wording.NOT_PROVIDED, reason);
            case Figure.Unread(String reason) -> unsourced(heading, key.label(), last, Wording.UNREAD, reason);
            case Figure.Failed(String reason, Source asked) -> {
                start(heading, key.label(), last, Wording.FAILED);
                sheet.text(in(Wording.FAILED));
                blanks(5).text(reason);
                sources(List.of(asked));
            }
        }
    }

    private void unsourced(String heading, String label, LocalDate day, Wording state, String reason) {
        start(heading, label, day, state);
        sheet.text(in(state));
        blanks(5).text(reason);
        blanks(4).end();
    }

    private void start(String heading, String label, LocalDate day, Wording state) {
        sheet.text(heading).text(label).text(day.toString()).text(in(state));
    }

    private void measured(Figure.Measured figure) {
        value(figure.value());
        switch (figure.comparison()) {
            case Comparison.Previous(Quantity previous) -> scalar(previous);
            case Comparison.Nothing(), Comparison.Incomparable(String _) -> sheet.nothing();
        }
        String why =
                switch (Change.of(figure)) {
                    case Change.None(String reason) -> unchanged(reason);
                    case Change.NoBase() -> unchanged(in(Wording.ZERO_BASE_VALUE));
                    case Change.Points(BigDecimal difference, Quantity.Share _) -> {
                        sheet.number(difference).nothing();
                        yield "";
                    }
                    case Change.By by -> moved(by);
                };
        List<String> reasons = new ArrayList<>();
        if (!why.isEmpty()) {
            reasons.add(why);
        }
        figure.excluded().forEach(excluded -> reasons.add(in(Wording.EXCLUDES) + excluded));
        sheet.text(String.join(" / ", reasons));
        sources(figure.sources());
    }

    private String unchanged(String reason) {
        sheet.nothing().nothing();
        return reason.isEmpty() ? in(Wording.NO_COMPARISON) : in(Wording.NO_COMPARISON) + " (" + reason + ")";
    }

    private String moved(Change.By by) {
        sheet.number(by.difference());
        if (by.percent().isPresent()) {
            sheet.number(by.percent().get());
            return "";
        }
        sheet.nothing();
        return in(by.withoutPercent());
    }

    private void value(Quantity quantity) {
        scalar(quantity);
        switch (quantity) {
            case Quantity.Count _ -> sheet.text(in(Wording.COUNT_UNIT)).nothing();
            case Quantity.Decimal _ -> sheet.text(in(Wording.DECIMAL_UNIT)).nothing();
            case Quantity.Span _ -> sheet.text(in(Wording.SECONDS_UNIT)).nothing();
            case Quantity.Share(long part, long base, String of) ->
                sheet.text(in(Wording.SHARE_UNIT)).text(part + " / " + base + " " + of);
        }
    }

    private void scalar(Quantity quantity) {
        switch (quantity) {
            case Quantity.Count(long value) -> sheet.number(value);
            case Quantity.Decimal(BigDecimal value) -> sheet.number(value);
            case Quantity.Span(Duration value) -> sheet.number(BigDecimal.valueOf(value.toMillis(), 3));
            case Quantity.Share share ->
                Change.percent(share).ifPresentOrElse(sheet::number, () -> sheet.text(in(Wording.ZERO_BASE_VALUE)));
        }
    }

    private void sources(List<Source> sources) {
        sheet.text(joined(sources.stream().map(Source::network).toList()))
                .text(joined(sources.stream().map(Source::field).toList()))
                .text(joined(sources.stream()
                        .map(source -> Sheet.local(source.readAt(), zone))
                        .toList()))
                .text(joined(sources.stream().map(Source::definition).toList()))
                .end();
    }

    private void point(Section.TimeSeries series, Section.Line line, Section.Point point) {
        switch (point.tally()) {
            case Tally.Counted(long value, Source source) -> {
                start(series.heading(), line.name(), point.day(), Wording.MEASURED);
                sheet.number(value).text(series.unit());
                blanks(5);
                sources(List.of(source));
            }
            case Tally.NotProvided(String reason) -> missing(series, line, point, Wording.NOT_PROVIDED, reason);
            case Tally.Unread(String reason) -> missing(series, line, point, Wording.UNREAD, reason);
            case Tally.Failed(String reason) -> missing(series, line, point, Wording.FAILED, reason);
        }
    }

    private void missing(
            Section.TimeSeries series, Section.Line line, Section.Point point, Wording state, String reason) {
        start(series.heading(), line.name(), point.day(), state);
        sheet.text(in(state)).text(series.unit());
        blanks(4).text(reason);
        blanks(4).end();
    }

    private Sheet blanks(int count) {
        for (int i = 0; i < count; i++) {
            sheet.nothing();
        }
        return sheet;
    }

    static String joined(List<String> texts) {
        return String.join(" + ", texts.stream().distinct().toList());
    }

    private String in(Wording wording) {
        return wording.in(language);
    }
}
