package dev.parvis.domain.besttimes;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.metrics.Metric;
import dev.parvis.domain.metrics.Reading;
import dev.parvis.domain.metrics.Snapshot;
import dev.parvis.domain.metrics.Snapshots;
import dev.parvis.domain.metrics.Subject;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Publication;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.stored.PageRequest;

/**
 * How a channel's own posts were answered: the sum of the reactions that its network counts, as they were last read. A
 * post that is younger than {@link #SETTLED} when it was last read is left out, for it is still being answered; so is one
 * of which a figure is missing that most of the others have, for a missing figure is not zero. Its hour is that at which it
 * went out; of each post that counts the targets are read for it.
 */
public final class Engagement {
    public static final Duration SINCE = Duration.ofDays(90);
    public static final Duration SETTLED = Duration.ofDays(3);
    private static final List<Metric> REACTIONS = List.of(Metric.LIKES, Metric.REPOSTS, Metric.REPLIES, Metric.QUOTES);

    private final Posts posts;
    private final Snapshots snapshots;
    private final InstantSource clock;

    public Engagement(Posts posts, Snapshots snapshots, InstantSource clock) {
        this.posts = posts;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param of the figures that are summed: those that most posts have
     * @param since the first day that was looked at, in the brand's zone
     */
    public record Measured(List<Answered> posts, List<Metric> of, LocalDate since) {
        public Measured {
            posts = List.copyOf(posts);
            of = List.copyOf(of);
        }
    }

    public Measured of(Brand brand, ChannelId channel) {
        var now = clock.instant();
        var since = now.minus(SINCE);
        var first = LocalDate.ofInstant(since, brand.zone());
        var times = times(brand, since, now);
        var settled =
                snapshots
                        .latestOfPosts(brand.workspace(), channel, first, LocalDate.ofInstant(now, brand.zone()))
                        .stream()
                        .filter(snapshot -> isSettled(brand, snapshot, times))
                        .toList();
        var counted = REACTIONS.stream()
                .filter(metric -> 2L
                                * settled.stream()
                                        .filter(snapshot ->
                                                value(snapshot, metric).isPresent())
                                        .count()
                        > settled.size())
                .toList();
        var answered = settled.stream()
                .flatMap(snapshot -> answered(brand, snapshot, times, counted).stream())
                .toList();
        return new Measured(counted.isEmpty() ? List.of() : answered, counted, first);
    }

    /** When each of the brand's posts was to go out. */
    private Map<PostId, Instant> times(Brand brand, Instant since, Instant now) {
        var times = new HashMap<PostId, Instant>();
        var last = YearMonth.from(now.atZone(ZoneOffset.UTC));
        for (var month = YearMonth.from(since.atZone(ZoneOffset.UTC)); !month.isAfter(last); ) {
            var next = Optional.<String>empty();
            do {
                var page =
                        posts.calendar(brand.workspace(), brand.id(), month, new PageRequest(PageRequest.MOST, next));
                page.items().forEach(post -> post.schedule()
                        .map(Schedule::at)
                        .filter(at -> !at.isBefore(since))
                        .ifPresent(at -> times.put(post.id(), at)));
                next = page.next();
            } while (next.isPresent());
            month = month.plusMonths(1);
        }
        return times;
    }

    private static Optional<Instant> time(Snapshot snapshot, Map<PostId, Instant> times) {
        return switch (snapshot.subject()) {
            case Subject.Published(var post, var _) -> Optional.ofNullable(times.get(post));
            case Subject.Account() -> Optional.empty();
        };
    }

    private static boolean isSettled(Brand brand, Snapshot snapshot, Map<PostId, Instant> times) {
        return time(snapshot, times)
                .map(at -> LocalDate.ofInstant(at.plus(SETTLED), brand.zone()))
                .filter(day -> !snapshot.day().isBefore(day))
                .isPresent();
    }

    private Optional<Answered> answered(
            Brand brand, Snapshot snapshot, Map<PostId, Instant> times, List<Metric> counted) {
        var values = new ArrayList<Long>();
        counted.forEach(metric -> value(snapshot, metric).ifPresent(values::add));
        return values.size() < counted.size()
                ? Optional.empty()
                : time(snapshot, times)
                        .map(at -> new Answered(
                                wentOut(brand, snapshot).orElse(at),
                                values.stream().mapToLong(Long::longValue).sum()));
    }

    /** When it really did: a person who posts by hand, and what was held or came late, keep no promise of the calendar. */
    private Optional<Instant> wentOut(Brand brand, Snapshot snapshot) {
        return switch (snapshot.subject()) {
            case Subject.Published(var post, var _) ->
                posts.find(brand.workspace(), post).stream()
                        .flatMap(whole -> whole.targets().stream())
                        .filter(target -> target.channel().equals(snapshot.channel()))
                        .flatMap(target -> target.publication().stream())
                        .map(Publication::firstByteAt)
                        .findFirst();
            case Subject.Account() -> Optional.empty();
        };
    }

    private static Optional<Long> value(Snapshot snapshot, Metric metric) {
        return switch (snapshot.readings().get(metric)) {
            case Reading.Measured measured -> Optional.of(measured.value());
            case Reading.NotProvided _, Reading.Failed _ -> Optional.empty();
            case null -> Optional.empty();
        };
    }
}
