package dev.parvis.functions.report.contents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.parvis.domain.metrics.Metric;
import dev.parvis.domain.metrics.Reading;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.functions.report.data.Dataset;
import dev.parvis.functions.report.document.Comparison;
import dev.parvis.functions.report.document.Figure;
import dev.parvis.functions.report.document.Quantity;
import dev.parvis.functions.report.document.Section;

/** The few sentences that the reader starts with, and at the end what the report cannot tell. */
final class Summary {
    private final Dataset data;
    private final Voice voice;

    Summary(Dataset data, Voice voice) {
        this.data = data;
        this.voice = voice;
    }

    /** @param followers the total, where there is one */
    Section inShort(Optional<Section.KeyFigure> followers) {
        var sentences = new ArrayList<String>();
        var now = data.now();
        sentences.add(
                now.posts().isEmpty()
                        ? voice.say(Say.NOTHING_WENT_OUT)
                        : voice.say(
                                Say.WENT_OUT,
                                voice.count(now.posts().size()),
                                voice.count(PostSections.onTime(now)),
                                voice.count(now.due())));
        if (!now.notOut().isEmpty()) {
            sentences.add(voice.say(
                    Say.DID_NOT_GO,
                    voice.count(now.due() - now.posts().size()),
                    notOut(TargetState.FAILED),
                    notOut(TargetState.MISSED),
                    notOut(TargetState.UNCERTAIN)));
        }
        followers.flatMap(this::followed).ifPresent(sentences::add);
        sentences.add(voice.say(Say.MENTIONED, voice.count(now.mentionsInAll()), voice.count(now.interactionsInAll())));
        if (data.channels().isEmpty()) {
            sentences.add(voice.say(Say.NO_ACCOUNT));
        }
        return new Section.Notes(voice.say(Say.IN_SHORT), sentences);
    }

    private Optional<String> followed(Section.KeyFigure followers) {
        return followers.figure() instanceof Figure.Measured(Quantity.Count(var end), var comparison, var _, var _)
                        && comparison instanceof Comparison.Previous(Quantity.Count(var start))
                ? Optional.of(voice.say(Say.FOLLOWED, voice.count(end), voice.count(start)))
                : Optional.empty();
    }

    private String notOut(TargetState state) {
        return voice.count(data.now().notOut().getOrDefault(state.name(), 0L));
    }

    /** None when everything could be told. */
    Optional<Section> missing() {
        var sentences = new ArrayList<String>();
        var unread = data.now().posts().stream()
                .filter(post -> post.readings().isEmpty())
                .count();
        if (unread > 0) {
            sentences.add(voice.say(
                    Say.POSTS_UNREAD,
                    voice.count(unread),
                    voice.count(data.now().posts().size())));
        }
        notTold(Metric.IMPRESSIONS, Say.IMPRESSIONS).ifPresent(sentences::add);
        notTold(Metric.REACH, Say.REACH).ifPresent(sentences::add);
        return sentences.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section.Notes(voice.say(Say.MISSING_HEADING), sentences));
    }

    private Optional<String> notTold(Metric metric, Say label) {
        var networks = notToldBy(metric);
        return networks.isEmpty()
                ? Optional.empty()
                : Optional.of(voice.say(Say.METRIC_NOT_TOLD, voice.say(label), String.join(", ", networks)));
    }

    private List<String> notToldBy(Metric metric) {
        return data.now().posts().stream()
                .filter(post -> post.readings().get(metric) instanceof Reading.NotProvided)
                .map(post -> Voice.title(post.network()))
                .distinct()
                .sorted()
                .toList();
    }
}
