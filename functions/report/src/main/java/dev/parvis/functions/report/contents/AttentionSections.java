package dev.parvis.functions.report.contents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.parvis.domain.items.Handling;
import dev.parvis.functions.report.data.Dataset;
import dev.parvis.functions.report.data.MentionData;
import dev.parvis.functions.report.document.Comparison;
import dev.parvis.functions.report.document.Figure;
import dev.parvis.functions.report.document.MentionRow;
import dev.parvis.functions.report.document.Quantity;
import dev.parvis.functions.report.document.Section;
import dev.parvis.functions.report.document.Source;
import dev.parvis.functions.report.document.Tally;

/** What was said about the brand and to it, and what the rules made of that. */
final class AttentionSections {
    /** Said only when there are any. */
    private static final Set<Handling> RARE = Set.of(Handling.NEW, Handling.ANSWERED);

    private static final String MENTIONS_FIELD = "mention.foundAt";
    private static final String RECEIVED_FIELD = "interaction.handling";
    private static final String DECIDED_FIELD = "audit interaction.*";

    private final Dataset data;
    private final Voice voice;

    AttentionSections(Dataset data, Voice voice) {
        this.data = data;
        this.voice = voice;
    }

    List<Section.KeyFigure> keyFigures() {
        return List.of(
                voice.ours(
                        Say.MENTIONS,
                        new Quantity.Count(data.now().mentionsInAll()),
                        new Quantity.Count(data.before().mentionsInAll()),
                        mentionsSource()),
                received());
    }

    private Section.KeyFigure received() {
        return voice.ours(
                Say.RECEIVED,
                new Quantity.Count(data.now().interactionsInAll()),
                new Quantity.Count(data.before().interactionsInAll()),
                voice.ours(RECEIVED_FIELD, Say.COUNT_RECEIVED));
    }

    private Source mentionsSource() {
        return voice.ours(MENTIONS_FIELD, Say.DEFINE_MENTIONS);
    }

    /** A count for each day of the period that has been; none when there was no mention. */
    Optional<Section> mentionsByDay() {
        if (data.now().mentionsInAll() == 0) {
            return Optional.empty();
        }
        var period = data.now().period();
        var frozen = data.about().frozenAt().atZone(period.zone()).toLocalDate();
        var last = frozen.isBefore(period.to()) ? frozen : period.to();
        var points = new ArrayList<Section.Point>();
        for (var day = period.from(); !day.isAfter(last); day = day.plusDays(1)) {
            var count = data.now().mentionsByDay().getOrDefault(day, 0L);
            points.add(new Section.Point(day, new Tally.Counted(count, mentionsSource())));
        }
        return Optional.of(new Section.TimeSeries(
                voice.say(Say.MENTIONS_BY_DAY),
                voice.say(Say.MENTIONS_UNIT),
                List.of(new Section.Line(voice.say(Say.MENTIONS), points))));
    }

    Section mentions() {
        return new Section.Mentions(
                voice.say(Say.MENTIONS_HEADING),
                data.now().mentions().stream().map(AttentionSections::row).toList());
    }

    /** The tone is nobody's guess yet. */
    private static MentionRow row(MentionData mention) {
        return new MentionRow(
                mention.author(),
                mention.where().contains(".") ? mention.where() : Voice.title(mention.where()),
                mention.url(),
                mention.publishedAt(),
                mention.text(),
                MentionRow.Sentiment.UNDECIDED);
    }

    /** How what came in stands, and what the rules decided; none when nothing came in. */
    Optional<Section> moderation() {
        if (data.now().interactionsInAll() == 0 && data.now().decisions().isEmpty()) {
            return Optional.empty();
        }
        var figures = new ArrayList<Section.KeyFigure>();
        for (var handling : Handling.values()) {
            var count = data.now().interactions().getOrDefault(handling.name(), 0L);
            if (count > 0 || !RARE.contains(handling)) {
                figures.add(figure(voice.say(label(handling)), count, RECEIVED_FIELD, Say.COUNT_RECEIVED));
            }
        }
        data.now()
                .decisions()
                .forEach((led, count) -> figures.add(figure(
                        voice.say(
                                Say.DECIDED_AS,
                                decided(led).toLowerCase(voice.language().locale())),
                        count,
                        DECIDED_FIELD,
                        Say.DEFINE_DECIDED)));
        return Optional.of(new Section.KeyFigures(voice.say(Say.MODERATION), figures));
    }

    private Section.KeyFigure figure(String label, long count, String field, Say definition) {
        return new Section.KeyFigure(
                label,
                new Figure.Measured(
                        new Quantity.Count(count),
                        new Comparison.Nothing(),
                        List.of(voice.ours(field, definition)),
                        List.of()));
    }

    private String decided(String led) {
        return Map.of(
                        Handling.ALLOWED.name(), Say.ALLOWED,
                        Handling.QUEUED.name(), Say.QUEUED,
                        Handling.HIDDEN.name(), Say.HIDDEN,
                        Handling.DELETED.name(), Say.DELETED,
                        Handling.ANSWERED.name(), Say.ANSWERED)
                .entrySet()
                .stream()
                .filter(known -> known.getKey().equals(led))
                .findFirst()
                .map(known -> voice.say(known.getValue()))
                .orElse(led);
    }

    private static Say label(Handling handling) {
        return switch (handling) {
            case NEW -> Say.NEW;
            case QUEUED -> Say.QUEUED;
            case ALLOWED -> Say.ALLOWED;
            case HIDDEN -> Say.HIDDEN;
            case DELETED -> Say.DELETED;
            case CLOSED -> Say.CLOSED;
            case ANSWERED -> Say.ANSWERED;
        };
    }
}
