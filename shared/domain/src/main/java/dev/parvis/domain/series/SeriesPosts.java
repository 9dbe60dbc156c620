package dev.parvis.domain.series;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.agenda.Written;
import dev.parvis.domain.approvals.Requests;
import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.posts.Labels;
import dev.parvis.domain.posts.Plan;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Sites;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.sheets.Sheets;

/**
 * Settles a series with its posts of the next {@link #AHEAD}: makes those that are missing, lets those that nobody has
 * touched say what the series says now, and takes back those that take place no more. What a person has changed is never
 * written over: it is left as it is, or cancelled where it was taken back. Whoever must agree to the brand's posts is
 * asked about these as about any other. Every step may be repeated; a death leaves
 * the rest to whoever claims the series next.
 */
public final class SeriesPosts {
    public static final Duration AHEAD = Duration.ofDays(14);
    private static final Duration EVERY = Duration.ofDays(1);
    /** So many posts are written under one claim; the rest under the next. */
    private static final int MOST_WRITES = 100;

    private final Stores stores;
    private final Occurrences occurrences;
    private final Requests requests;
    private final Plan plan;
    private final InstantSource clock;

    /** What is read and written. */
    public record Stores(
            Agenda agenda, SeriesBook series, Posts posts, Brands brands, Channels channels, Sheets sheets) {}

    public SeriesPosts(Stores stores, Occurrences occurrences, InstantSource clock) {
        this.stores = stores;
        this.occurrences = occurrences;
        this.requests = new Requests(stores.agenda(), clock);
        this.plan = Plan.knowing(Sites.Known.by(stores.sheets()));
        this.clock = clock;
    }

    /** All that making a series' posts takes, as it was read. */
    private record Ground(Series series, Brand brand, List<Saying> sayings, List<Channel> channels) {
        List<Channel> of(Saying saying) {
            return channels.stream()
                    .filter(channel -> saying.channels().contains(channel.id()))
                    .toList();
        }
    }

    /** Settles one series now, unless a worker does so already. */
    public void settle(Series series) {
        stores.agenda().claimOne(Kind.SERIES, series.workspace(), series.id()).ifPresent(this::settle);
    }

    public void settle(Claim<Series> claim) {
        var series = claim.work();
        var brand = stores.brands().find(series.workspace(), series.brand());
        if (brand.isEmpty()) {
            stores.agenda().finish(claim, series, Next.never());
            return;
        }
        var ground = ground(series, brand.get());
        var now = clock.instant();
        var until = now.plus(AHEAD);
        var writes = 0;
        for (var occurrence : occurrences.between(series, now, until)) {
            var step = step(ground, occurrence);
            if (step.isEmpty()) {
                continue;
            }
            if (writes == MOST_WRITES) {
                var reached = occurrence.schedule().at();
                stores.agenda().finish(claim, series.made(later(series.madeUntil(), reached)), Next.at(now));
                return;
            }
            // Whoever has paused the series since must not find a post of it afterwards.
            if (stores.agenda().progress(claim, series) == Written.FENCED_OFF) {
                return;
            }
            step.get().run();
            writes++;
        }
        settled(claim, now, until);
    }

    private void settled(Claim<Series> claim, Instant now, Instant until) {
        var series = claim.work();
        switch (series.state()) {
            case RUNNING -> {
                var next = occurrences.goesOn(series, until) ? Next.at(now.plus(EVERY)) : Next.never();
                stores.agenda().finish(claim, series.made(later(series.madeUntil(), until)), next);
            }
            case PAUSED -> stores.agenda().finish(claim, series, Next.never());
            case REMOVED ->
                stores.series().delete(series.workspace(), series.brand(), series.series(), series.version());
        }
    }

    private Ground ground(Series series, Brand brand) {
        var sayings = stores.series().sayings(series);
        var channels = sayings.stream()
                .flatMap(saying -> saying.channels().stream())
                .distinct()
                .flatMap(id -> stores.channels().find(series.workspace(), id).stream())
                .filter(channel -> channel.brand().equals(brand.id()))
                .toList();
        return new Ground(series, brand, sayings, channels);
    }

    /** What is to be done about an occurrence, if anything. */
    private Optional<Runnable> step(Ground ground, Occurrence occurrence) {
        var series = ground.series();
        var there = stores.posts().find(series.workspace(), occurrence.post());
        if (there.isPresent()) {
            return series.wants(occurrence)
                    ? follow(ground, occurrence, there.get())
                    : takeBack(ground, occurrence, there.get());
        }
        var missing = !occurrence.schedule().at().isBefore(series.madeUntil());
        return series.wants(occurrence) && missing ? make(ground, occurrence) : Optional.empty();
    }

    /** Nothing is made where no channel is left to say it on. */
    private Optional<Runnable> make(Ground ground, Occurrence occurrence) {
        var saying = saying(ground, occurrence);
        var channels = ground.of(saying);
        if (channels.isEmpty()) {
            return Optional.empty();
        }
        var series = ground.series();
        var post = new Post(
                series.workspace(),
                occurrence.post(),
                series.brand(),
                saying.content(),
                Optional.of(occurrence.schedule()),
                1,
                series.createdBy(),
                clock.instant(),
                1);
        var planned = plan.make(post.with(saying.labels()), ground.brand(), channels, Optional.empty());
        return Optional.of(() -> {
            requests.ask(planned.post());
            stores.posts().create(planned.post(), planned.targets());
        });
    }

    private Optional<Runnable> follow(Ground ground, Occurrence occurrence, PostWithTargets there) {
        var saying = saying(ground, occurrence);
        var channels = ground.of(saying);
        var waits = there.targets().stream().map(Target::state).allMatch(SeriesPosts::waits);
        var post = there.post();
        var labels = labels(ground, post, saying);
        var isSaid = says(there, ground, saying) && post.labels().equals(labels);
        if (!waits || channels.isEmpty() || isSaid || !isUntouched(ground, occurrence, there)) {
            return Optional.empty();
        }
        var now = new Post(
                post.workspace(),
                post.id(),
                post.brand(),
                saying.content(),
                post.schedule(),
                post.revision(),
                post.createdBy(),
                post.createdAt(),
                post.version());
        var planned = plan.make(now.with(labels), ground.brand(), channels, post.approval());
        return Optional.of(() -> {
            requests.ask(planned.post());
            stores.posts().change(planned.post(), planned.targets());
        });
    }

    /** Those of the edition, unless a person has given the post others. */
    private static Labels labels(Ground ground, Post post, Saying saying) {
        var isOurs = ground.sayings().stream().map(Saying::labels).anyMatch(post.labels()::equals);
        return isOurs ? saying.labels() : post.labels();
    }

    private static boolean waits(TargetState state) {
        return state == TargetState.SCHEDULED || state == TargetState.APPROVAL;
    }

    /** What nobody has touched goes; what a person has written stays to be seen, cancelled. */
    private Optional<Runnable> takeBack(Ground ground, Occurrence occurrence, PostWithTargets there) {
        var posts = stores.posts();
        var post = there.post();
        if (there.bookings().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                isUntouched(ground, occurrence, there)
                        ? () -> posts.delete(post.workspace(), post.id(), post.version())
                        : () -> posts.cancel(post.workspace(), post.id(), post.version()));
    }

    private static boolean isUntouched(Ground ground, Occurrence occurrence, PostWithTargets there) {
        return there.post().schedule().equals(Optional.of(occurrence.schedule()))
                && ground.sayings().stream().anyMatch(saying -> says(there, ground, saying));
    }

    private static boolean says(PostWithTargets there, Ground ground, Saying saying) {
        var where = there.targets().stream().map(Target::channel).collect(Collectors.toSet());
        var wanted = ground.of(saying).stream().map(Channel::id).collect(Collectors.toSet());
        return there.post().content().asTyped().equals(saying.content()) && where.equals(wanted);
    }

    private static Saying saying(Ground ground, Occurrence occurrence) {
        var edition = ground.series().on(occurrence.meant().toLocalDate()).id();
        return ground.sayings().stream()
                .filter(saying -> saying.edition().equals(edition))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("an edition of the series says nothing"));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
