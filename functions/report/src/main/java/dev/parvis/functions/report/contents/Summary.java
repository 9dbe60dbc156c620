package dev.parvis.functions.report.contents;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.parvis.domain.metrics.Metric;
import dev.parvis.domain.metrics.Reading;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.functions.report.data.Dataset;
import dev.parvis.functions.report.document.Section;

/** The few sentences that the reader starts with, and at the end what the report cannot tell. */
final class Summary {
    private static final Map<Metric, Say> SEEN = Map.of(Metric.IMPRESSIONS, Say.IMPRESSIONS, Metric.REACH, Say.REACH);

    private final Dataset data;
    private final Voice voice;

    Summary(Dataset data, Voice voice) {
        this.data = data;
        this.voice = voice;
    }

    Section inShort() {
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
        sentences.add(voice.say(Say.MENTIONED, voice.count(now.mentionsInAll()), voice.count(now.interactionsInAll())));
        if (data.channels().isEmpty()) {
            sentences.add(voice.say(Say.NO_ACCOUNT));
        }
        return new Section.Notes(voice.say(Say.IN_SHORT), sentences);
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
        for (var metric : List.of(Metric.IMPRESSIONS, Metric.REACH)) {
            var networks = notToldBy(metric);
            if (!networks.isEmpty()) {
                sentences.add(voice.say(
                        Say.METRIC_NOT_TOLD,
                        voice.say(SEEN.getOrDefault(metric, Say.REACH)),
                        String.join(", ", networks)));
            }
        }
        return sentences.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section.Notes(voice.say(Say.MISSING_HEADING), sentences));
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
