package dev.parvis.functions.report.contents;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.parvis.domain.metrics.Reading;
import dev.parvis.functions.report.data.ChannelData;
import dev.parvis.functions.report.data.Dataset;
import dev.parvis.functions.report.document.Comparison;
import dev.parvis.functions.report.document.Figure;
import dev.parvis.functions.report.document.Quantity;
import dev.parvis.functions.report.document.Section;
import dev.parvis.functions.report.document.Source;
import dev.parvis.functions.report.document.Tally;

/** How many follow each account, at the start and at the end, in all and day by day. */
final class FollowerSections {
    private final Dataset data;
    private final Voice voice;

    FollowerSections(Dataset data, Voice voice) {
        this.data = data;
        this.voice = voice;
    }

    /** Over the accounts that could be read; none for a brand without one. */
    Optional<Section.KeyFigure> total() {
        var channels = data.channels();
        if (channels.isEmpty()) {
            return Optional.empty();
        }
        var read = channels.stream().filter(channel -> end(channel).isPresent()).toList();
        var figure = read.isEmpty() ? figure(channels.getFirst()) : sum(read);
        return Optional.of(new Section.KeyFigure(voice.say(Say.FOLLOWERS), figure));
    }

    private Figure sum(List<ChannelData> read) {
        var ends = read.stream().flatMap(channel -> end(channel).stream()).toList();
        var starts = read.stream()
                .flatMap(channel -> data(channel).filter(Compared::isComparable).map(Compared::start).stream())
                .toList();
        var comparison = starts.size() == read.size()
                ? new Comparison.Previous(new Quantity.Count(values(starts)))
                : read.size() == 1
                        ? comparison(read.getFirst())
                        : new Comparison.Incomparable(voice.say(Say.UNEQUAL_ACCOUNTS));
        var sources = read.stream()
                .flatMap(channel -> end(channel).map(end -> source(channel, end)).stream())
                .toList();
        return new Figure.Measured(new Quantity.Count(values(ends)), comparison, sources, leftOut());
    }

    private static long values(List<Reading.Measured> readings) {
        return readings.stream().mapToLong(Reading.Measured::value).sum();
    }

    private List<String> leftOut() {
        return data.channels().stream()
                .filter(channel -> end(channel).isEmpty())
                .map(channel -> voice.say(whyLeftOut(channel), voice.name(channel)))
                .toList();
    }

    private Say whyLeftOut(ChannelData channel) {
        return switch (figure(channel)) {
            case Figure.NotProvided _ -> Say.ACCOUNT_NOT_PROVIDED;
            case Figure.Unread _ -> Say.ACCOUNT_UNREAD;
            case Figure.Failed _ -> Say.ACCOUNT_FAILED;
            case Figure.Measured measured -> throw new IllegalStateException("left out, but measured: " + measured);
        };
    }

    /** One figure per account; none where there is one account only, which the total tells already. */
    Optional<Section> byAccount() {
        return data.channels().size() < 2
                ? Optional.empty()
                : Optional.of(new Section.KeyFigures(
                        voice.say(Say.BY_ACCOUNT),
                        data.channels().stream()
                                .map(channel -> new Section.KeyFigure(voice.name(channel), figure(channel)))
                                .toList()));
    }

    private Figure figure(ChannelData channel) {
        var end = end(channel);
        if (end.isPresent()) {
            return new Figure.Measured(
                    new Quantity.Count(end.get().value()),
                    comparison(channel),
                    List.of(source(channel, end.get())),
                    List.of());
        }
        return channel.lastWithin(data.now().period())
                .map(reading -> notMeasured(channel, reading))
                .orElseGet(() -> channel.followers().isEmpty()
                        ? new Figure.Unread(voice.say(Say.ACCOUNT_NEVER_READ))
                        : failed(channel, voice.say(Say.NOT_READ)));
    }

    private Figure notMeasured(ChannelData channel, Reading reading) {
        return switch (reading) {
            case Reading.NotProvided _ ->
                new Figure.NotProvided(voice.say(Say.NOT_TOLD_BY, Voice.title(channel.network())));
            case Reading.Failed(var _, var at) -> failed(channel, voice.say(Say.READING_FAILED, voice.day(at)));
            case Reading.Measured measured -> throw new IllegalStateException("measured after all: " + measured);
        };
    }

    private Figure failed(ChannelData channel, String reason) {
        var asked = new Source(
                Voice.title(channel.network()), "followers", data.about().frozenAt(), voice.say(Say.COUNT_FOLLOWERS));
        return new Figure.Failed(reason, asked);
    }

    /** How the period began and ended on one account. */
    private record Compared(Reading.Measured start, Reading.Measured end) {
        boolean isComparable() {
            return !start.at().equals(end.at());
        }
    }

    private Optional<Compared> data(ChannelData channel) {
        return channel.atStart(data.now().period())
                .flatMap(start -> end(channel).map(end -> new Compared(start, end)));
    }

    private Comparison comparison(ChannelData channel) {
        return data(channel)
                .<Comparison>map(both -> both.isComparable()
                        ? new Comparison.Previous(
                                new Quantity.Count(both.start().value()))
                        : new Comparison.Incomparable(voice.say(Say.ONE_READING)))
                .orElseGet(() -> channel.firstWithin(data.now().period())
                        .<Comparison>map(
                                first -> new Comparison.Incomparable(voice.say(Say.READ_SINCE, voice.day(first.at()))))
                        .orElseGet(Comparison.Nothing::new));
    }

    private Optional<Reading.Measured> end(ChannelData channel) {
        return channel.atEnd(data.now().period());
    }

    private Source source(ChannelData channel, Reading.Measured reading) {
        return new Source(
                Voice.title(channel.network()),
                reading.endpoint() + " " + reading.field(),
                reading.at(),
                voice.say(Say.COUNT_FOLLOWERS));
    }

    /** A line per account; days from the first reading on that have none are gaps. */
    Optional<Section> dayByDay() {
        var lines = data.channels().stream()
                .filter(channel -> !channel.followers().isEmpty())
                .map(channel -> new Section.Line(voice.name(channel), points(channel)))
                .filter(line -> !line.points().isEmpty())
                .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section.TimeSeries(voice.say(Say.DAY_BY_DAY), voice.say(Say.FOLLOWERS_UNIT), lines));
    }

    private List<Section.Point> points(ChannelData channel) {
        var byDay = new HashMap<LocalDate, Reading>();
        channel.followers().stream().limit(1).forEach(first -> byDay.put(first.day(), first.reading()));
        channel.followers().stream().skip(1).forEach(day -> byDay.put(told(day), day.reading()));
        var first = byDay.keySet().stream().min(LocalDate::compareTo).orElseThrow();
        var period = data.now().period();
        var last = lastDay(byDay.keySet().stream().max(LocalDate::compareTo).orElseThrow());
        var points = new ArrayList<Section.Point>();
        for (var day = period.from(); !day.isAfter(last); day = day.plusDays(1)) {
            if (!day.isBefore(first)) {
                points.add(new Section.Point(day, tally(channel, day, byDay)));
            }
        }
        return points;
    }

    /** Days that are not over yet are not gaps; what was read of one is shown. */
    private LocalDate lastDay(LocalDate read) {
        var period = data.now().period();
        var over = evening(data.about().frozenAt());
        var last = over.isBefore(read) ? read : over;
        return last.isBefore(period.to()) ? last : period.to();
    }

    /**
     * A reading of the small hours tells how the day before ended; one of the afternoon tells its own day. The first of
     * all, taken when the account was connected, tells its own day at any hour.
     */
    private LocalDate told(ChannelData.Day day) {
        return switch (day.reading()) {
            case Reading.Measured measured -> evening(measured.at());
            case Reading.Failed failed -> evening(failed.at());
            case Reading.NotProvided _ -> day.day().minusDays(1);
        };
    }

    private LocalDate evening(java.time.Instant at) {
        return at.minus(Duration.ofHours(12))
                .atZone(data.about().period().zone())
                .toLocalDate();
    }

    private Tally tally(ChannelData channel, LocalDate day, Map<LocalDate, Reading> byDay) {
        var reading = byDay.get(day);
        return switch (reading) {
            case null -> new Tally.Unread(voice.say(Say.NOT_READ_THAT_DAY));
            case Reading.Measured measured -> new Tally.Counted(measured.value(), source(channel, measured));
            case Reading.NotProvided _ ->
                new Tally.NotProvided(voice.say(Say.NOT_TOLD_BY, Voice.title(channel.network())));
            case Reading.Failed(var _, var at) -> new Tally.Failed(voice.say(Say.READING_FAILED, voice.day(at)));
        };
    }
}
