package dev.parvis.functions.api.media;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.parvis.domain.evergreen.Queue;
import dev.parvis.domain.evergreen.Queues;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.media.MediaLibrary;
import dev.parvis.domain.media.Use;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.series.Edition;
import dev.parvis.domain.series.Series;
import dev.parvis.domain.series.SeriesBook;
import dev.parvis.domain.series.SeriesState;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Times;

/** Where a media is used: what was remembered of it, told only as far as the posts and series still say so. */
final class MediaUses {
    /** A held or doubtful post waits no longer than this after its time before a person has looked at it. */
    private static final Duration BACK = Duration.ofDays(31);
    /** So many uses are looked at; one post a day is three months of them. */
    private static final int MOST = 100;

    private final MediaLibrary library;
    private final Posts posts;
    private final SeriesBook book;
    private final Queues queues;
    private final InstantSource clock;

    MediaUses(MediaRoutes.Stores stores, InstantSource clock) {
        this.library = stores.library();
        this.posts = stores.posts();
        this.book = stores.series();
        this.queues = stores.queues();
        this.clock = clock;
    }

    /**
     * A post that shows the media as it stands.
     *
     * @param waits while it is scheduled and has not all gone out
     * @param approved whether somebody has agreed to it, or was asked to
     */
    record Used(PostId post, Optional<Instant> due, boolean waits, boolean approved) {
        Json json() {
            var json = Json.obj("post", post.value(), "waits", waits);
            return due.map(at -> json.with("dueAt", Times.format(at))).orElse(json);
        }
    }

    /** The post, if it still shows the media, at this time. */
    Optional<Used> now(Media media, Use use) {
        return posts.find(media.workspace(), use.post())
                .filter(whole ->
                        whole.post().content().media().contains(media.id().value()))
                .filter(whole -> due(whole).equals(use.due()))
                .map(whole -> new Used(
                        use.post(),
                        use.due(),
                        waits(whole),
                        whole.post().approval().isPresent()));
    }

    private static Optional<Instant> due(PostWithTargets whole) {
        return whole.post().schedule().map(Schedule::at);
    }

    private static boolean waits(PostWithTargets whole) {
        return whole.post().schedule().isPresent()
                && whole.targets().stream().anyMatch(target -> !target.state().ended());
    }

    /** Scheduled posts that show it and have not all gone out, by what is due from then on. */
    List<Used> waiting(Media media, Instant from) {
        return library.usesSince(media.workspace(), media.id(), from, MOST).stream()
                .flatMap(use -> now(media, use).stream())
                .filter(Used::waits)
                .toList();
    }

    /** What was approved is what goes out, a network's cut of it too: while a post waits its media's focus stays. */
    void refuseIfApproved(Media media) {
        waiting(media, clock.instant().minus(BACK)).stream()
                .filter(Used::approved)
                .findFirst()
                .ifPresent(used -> {
                    throw Problem.of(
                                    Problem.Code.CONFLICT,
                                    "Somebody has approved it as it is, or was asked to, in post " + used.post()
                                            + ". Its focus can be moved once that is out; or upload it again, with a focus of its own.")
                            .exception();
                });
    }

    /** All that would miss the media: posts that wait, series and queues that go on saying it. */
    Stream<String> needing(Media media) {
        return Stream.concat(
                waiting(media, clock.instant().minus(BACK)).stream().map(used -> "post " + used.post()),
                Stream.concat(
                        series(media).map(series -> "series " + series.series()),
                        queues(media).map(queue -> "queue " + queue.queue())));
    }

    private Stream<Queue> queues(Media media) {
        var page = queues.list(media.workspace(), media.brand(), PageRequest.first(MOST));
        return page.items().stream().filter(queue -> queues.entries(media.workspace(), queue.queue()).stream()
                .anyMatch(entry -> entry.content().media().contains(media.id().value())));
    }

    private Stream<Series> series(Media media) {
        var page = book.list(media.workspace(), media.brand(), PageRequest.first(MOST));
        return page.items().stream()
                .filter(series -> series.state() != SeriesState.REMOVED)
                .filter(series -> says(series, media));
    }

    /** What it says today and later; what it said before is not said again. */
    private boolean says(Series series, Media media) {
        var today = LocalDate.ofInstant(clock.instant(), series.recurrence().zone());
        var ahead = Stream.concat(
                        Stream.of(series.on(today)), series.editions().stream().filter(edition -> edition.from()
                                .isAfter(today)))
                .map(Edition::id)
                .toList();
        return book.sayings(series).stream()
                .filter(saying -> ahead.contains(saying.edition()))
                .anyMatch(saying -> saying.content().media().contains(media.id().value()));
    }
}
