package dev.parvis.functions.report.contents;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.parvis.domain.metrics.Metric;
import dev.parvis.domain.metrics.Reading;
import dev.parvis.functions.report.data.Dataset;
import dev.parvis.functions.report.data.PeriodData;
import dev.parvis.functions.report.data.PostData;
import dev.parvis.functions.report.document.Comparison;
import dev.parvis.functions.report.document.Figure;
import dev.parvis.functions.report.document.Lateness;
import dev.parvis.functions.report.document.PostRow;
import dev.parvis.functions.report.document.Quantity;
import dev.parvis.functions.report.document.Section;
import dev.parvis.functions.report.document.Source;
import dev.parvis.functions.report.document.Tally;

/** What went out, how punctually, and how it was received. */
final class PostSections {
    /** What counts as on time. */
    static final Duration ON_TIME = Duration.ofMinutes(1);

    /** The reactions that are reported, in their columns' order. */
    static final Map<Metric, Say> REACTIONS = reactions();

    private static final String WHEN = "publication.firstByteAt";
    private static final String DUE = "target.dueAt";

    private final Dataset data;
    private final Voice voice;

    PostSections(Dataset data, Voice voice) {
        this.data = data;
        this.voice = voice;
    }

    private static Map<Metric, Say> reactions() {
        var reactions = new LinkedHashMap<Metric, Say>();
        reactions.put(Metric.LIKES, Say.LIKES);
        reactions.put(Metric.REPOSTS, Say.REPOSTS);
        reactions.put(Metric.REPLIES, Say.REPLIES);
        reactions.put(Metric.QUOTES, Say.QUOTES);
        return java.util.Collections.unmodifiableMap(reactions);
    }

    List<Section.KeyFigure> keyFigures() {
        var figures = new ArrayList<Section.KeyFigure>();
        figures.add(voice.ours(
                Say.POSTS,
                new Quantity.Count(data.now().posts().size()),
                new Quantity.Count(data.before().posts().size()),
                voice.ours(WHEN, Say.DEFINE_POSTS)));
        if (data.now().due() > 0) {
            figures.add(voice.ours(
                    Say.ON_TIME, share(data.now()), share(data.before()), voice.ours(DUE, Say.COUNT_ON_TIME)));
        }
        if (!data.now().posts().isEmpty()) {
            figures.add(lateness(Say.MEDIAN_LATENESS, median(data.now()), median(data.before())));
            figures.add(lateness(Say.WORST_LATENESS, worst(data.now()), worst(data.before())));
        }
        if (data.now().posts().stream().anyMatch(post -> !post.readings().isEmpty())) {
            REACTIONS.forEach((metric, label) ->
                    figures.add(new Section.KeyFigure(voice.say(label), new ReactionTotal(data, voice).of(metric))));
        }
        return figures;
    }

    private Section.KeyFigure lateness(Say label, Duration now, Duration before) {
        var source = voice.ours(WHEN + " − " + DUE, Say.DEFINE_LATENESS);
        if (data.before().posts().isEmpty()) {
            return new Section.KeyFigure(
                    voice.say(label),
                    new Figure.Measured(new Quantity.Span(now), new Comparison.Nothing(), List.of(source), List.of()));
        }
        return voice.ours(label, new Quantity.Span(now), new Quantity.Span(before), source);
    }

    private Quantity.Share share(PeriodData half) {
        return new Quantity.Share(onTime(half), half.due(), voice.say(half.due() == 1 ? Say.DUE_POST : Say.DUE_POSTS));
    }

    static long onTime(PeriodData half) {
        return half.posts().stream()
                .filter(post -> post.lateness().compareTo(ON_TIME) <= 0)
                .count();
    }

    /** Of an even number, the mean of the two in the middle. */
    static Duration median(PeriodData half) {
        var sorted = half.posts().stream().map(PostData::lateness).sorted().toList();
        if (sorted.isEmpty()) {
            return Duration.ZERO;
        }
        var high = sorted.get(sorted.size() / 2);
        return sorted.size() % 2 == 1
                ? high
                : sorted.get(sorted.size() / 2 - 1).plus(high).dividedBy(2);
    }

    static Duration worst(PeriodData half) {
        return half.posts().stream()
                .map(PostData::lateness)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    Section table() {
        return new Section.Posts(
                voice.say(Say.POSTS_HEADING),
                REACTIONS.values().stream().map(voice::say).toList(),
                data.now().posts().stream().map(this::row).toList());
    }

    private PostRow row(PostData post) {
        return new PostRow(
                post.text(),
                Voice.title(post.network()),
                post.url(),
                post.publishedAt(),
                new Lateness.By(post.lateness()),
                REACTIONS.keySet().stream().map(metric -> tally(post, metric)).toList());
    }

    private Tally tally(PostData post, Metric metric) {
        if (post.readings().isEmpty()) {
            return new Tally.Unread(voice.say(Say.NOT_READ_YET));
        }
        return switch (post.readings().get(metric)) {
            case null -> notProvided(post);
            case Reading.NotProvided _ -> notProvided(post);
            case Reading.Failed(var _, var at) -> new Tally.Failed(voice.say(Say.READING_FAILED, voice.day(at)));
            case Reading.Measured measured -> new Tally.Counted(measured.value(), source(voice, post, measured));
        };
    }

    private Tally notProvided(PostData post) {
        return new Tally.NotProvided(voice.say(Say.NOT_TOLD_BY, Voice.title(post.network())));
    }

    static Source source(Voice voice, PostData post, Reading.Measured reading) {
        return new Source(
                Voice.title(post.network()),
                reading.endpoint() + " " + reading.field(),
                reading.at(),
                voice.say(Say.COUNT_REACTION));
    }
}
