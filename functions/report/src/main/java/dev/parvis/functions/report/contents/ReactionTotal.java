package dev.parvis.functions.report.contents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import dev.parvis.domain.metrics.Metric;
import dev.parvis.domain.metrics.Reading;
import dev.parvis.functions.report.data.Dataset;
import dev.parvis.functions.report.data.PostData;
import dev.parvis.functions.report.document.Comparison;
import dev.parvis.functions.report.document.Figure;
import dev.parvis.functions.report.document.Quantity;
import dev.parvis.functions.report.document.Source;

/** Adds up one reaction over the posts where it was measured, and says of how many it was not and why. */
final class ReactionTotal {
    private final Dataset data;
    private final Voice voice;

    /** A reaction over the posts of one period. */
    private record Added(
            long sum,
            List<PostData> measured,
            List<PostData> notProvided,
            List<PostData> failed,
            List<PostData> unread) {
        static Added of(List<PostData> posts, Metric metric) {
            var added = new Added(0, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            var sum = 0L;
            for (var post : posts) {
                switch (post.readings().get(metric)) {
                    case Reading.Measured(var value, var _, var _, var _) -> {
                        sum += value;
                        added.measured.add(post);
                    }
                    case Reading.Failed _ -> added.failed.add(post);
                    case Reading.NotProvided _ -> added.notProvided.add(post);
                    case null -> (post.readings().isEmpty() ? added.unread : added.notProvided).add(post);
                }
            }
            return new Added(sum, added.measured, added.notProvided, added.failed, added.unread);
        }

        boolean isWhole() {
            return notProvided.isEmpty() && failed.isEmpty() && unread.isEmpty();
        }
    }

    ReactionTotal(Dataset data, Voice voice) {
        this.data = data;
        this.voice = voice;
    }

    Figure of(Metric metric) {
        var now = Added.of(data.now().posts(), metric);
        if (!now.measured().isEmpty()) {
            return new Figure.Measured(
                    new Quantity.Count(now.sum()),
                    comparison(now, Added.of(data.before().posts(), metric)),
                    sources(now.measured(), metric),
                    leftOut(now));
        }
        return now.failed().isEmpty() ? new Figure.NotProvided(voice.say(Say.NOT_TOLD)) : failed(now, metric);
    }

    private Figure failed(Added now, Metric metric) {
        var first = now.failed().getFirst();
        var asked = new Source(
                Voice.title(first.network()), metric.wire(), data.about().frozenAt(), voice.say(Say.COUNT_REACTION));
        return first.readings().get(metric) instanceof Reading.Failed(var _, var at)
                ? new Figure.Failed(
                        voice.say(Say.READING_FAILED, voice.day(at)),
                        new Source(asked.network(), asked.field(), at, asked.definition()))
                : new Figure.Failed(voice.say(Say.NOT_READ), asked);
    }

    private Comparison comparison(Added now, Added before) {
        return now.isWhole() && before.isWhole()
                ? voice.against(new Quantity.Count(before.sum()))
                : new Comparison.Incomparable(voice.say(Say.PARTLY_MEASURED));
    }

    private List<String> leftOut(Added now) {
        if (now.isWhole()) {
            return List.of();
        }
        var why = new ArrayList<String>();
        if (!now.notProvided().isEmpty()) {
            why.add(voice.say(
                    Say.NOT_PROVIDED_COUNT, voice.count(now.notProvided().size())));
        }
        if (!now.failed().isEmpty()) {
            why.add(voice.say(Say.FAILED_COUNT, voice.count(now.failed().size())));
        }
        if (!now.unread().isEmpty()) {
            why.add(voice.say(Say.UNREAD_COUNT, voice.count(now.unread().size())));
        }
        var without =
                now.notProvided().size() + now.failed().size() + now.unread().size();
        var all = without + now.measured().size();
        return List.of(voice.say(
                Say.LEFT_OUT,
                voice.count(now.measured().size()),
                voice.count(without),
                voice.count(all),
                String.join(", ", why)));
    }

    /** One per network and field, with the time of its last reading. */
    private List<Source> sources(List<PostData> measured, Metric metric) {
        var sources = new LinkedHashMap<String, Source>();
        for (var post : measured) {
            if (post.readings().get(metric) instanceof Reading.Measured reading) {
                var source = PostSections.source(voice, post, reading);
                sources.merge(
                        source.network() + " " + source.field(),
                        source,
                        (one, other) -> other.readAt().isAfter(one.readAt()) ? other : one);
            }
        }
        return List.copyOf(sources.values());
    }
}
