package dev.parvis.domain.weekly;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.parvis.domain.approvals.Questions;
import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.calendar.Gaps;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.media.MediaLibrary;
import dev.parvis.domain.media.PostsUsingMedia;
import dev.parvis.domain.media.Rights;
import dev.parvis.domain.media.Use;
import dev.parvis.domain.posts.Approval;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;

/**
 * Gathers what is to be said of a brand: the gaps of two weeks, rights that end, posts that wait for somebody's word
 * within two weeks, and channels that are lost. Reads only; a query for each channel and series, one or two for the
 * month's posts and for rights, and one with a read for each post for a media whose rights end.
 */
public final class Outlooks {
    /** The week that runs and the next. */
    static final int WEEKS = 2;

    /** How far ahead an end of rights is told. */
    public static final Duration RIGHTS = Duration.ofDays(7);

    /** How far back, of a media that posts still want. */
    private static final Duration LATELY = Duration.ofDays(7);

    /** Uses of one media that are looked at, latest first. */
    private static final int MOST_USES = 50;

    private final Stores stores;
    private final Gaps gaps;
    private final Questions questions;
    private final InstantSource clock;

    /** What is read beside the calendar. */
    public record Stores(Channels channels, MediaLibrary media, Posts posts) {}

    public Outlooks(Stores stores, Gaps gaps, Questions questions, InstantSource clock) {
        this.stores = stores;
        this.gaps = gaps;
        this.questions = questions;
        this.clock = clock;
    }

    public Outlook of(Brand brand) {
        var channels = all(page -> stores.channels().list(brand.workspace(), page))
                .filter(channel -> channel.brand().equals(brand.id()))
                .toList();
        return new Outlook(
                brand, channels, gaps.in(brand, gaps.thisWeek(brand), WEEKS), ending(brand, channels), waiting(brand));
    }

    private Outlook.Waiting waiting(Brand brand) {
        var now = clock.instant();
        var until = now.plus(Duration.ofDays(7L * WEEKS));
        var waiting = Stream.of(now, until)
                .map(at -> YearMonth.from(at.atOffset(ZoneOffset.UTC)))
                .distinct()
                .flatMap(month -> questions.waiting(brand.workspace(), brand.id(), month).stream())
                .filter(post -> at(post).isBefore(until))
                .toList();
        return new Outlook.Waiting(
                count(waiting, Approval.Part.TEAM),
                count(waiting, Approval.Part.CLIENT),
                waiting.stream().map(Outlooks::at).min(Instant::compareTo));
    }

    private static int count(List<Post> waiting, Approval.Part part) {
        return (int) waiting.stream()
                .flatMap(post -> post.approval().flatMap(Approval::waitsFor).stream())
                .filter(part::equals)
                .count();
    }

    /** A brand without channels says nothing: its media are nobody's hurry. */
    private List<Outlook.Ending> ending(Brand brand, List<Channel> channels) {
        if (channels.isEmpty()) {
            return List.of();
        }
        var now = clock.instant();
        return all(page -> stores.media().expiring(brand.workspace(), brand.id(), now.plus(RIGHTS), page))
                .flatMap(media -> end(media).stream()
                        .filter(at -> at.isAfter(now.minus(LATELY)))
                        .map(at -> ending(media, at)))
                .filter(ending -> ending.isUsed() || ending.at().isAfter(now))
                .toList();
    }

    private static Optional<Instant> end(Media media) {
        return media.rights().expiry().map(Rights.Expiry::endsAt);
    }

    private Outlook.Ending ending(Media media, Instant ends) {
        var before = 0;
        var after = new ArrayList<Instant>();
        for (var at : uses(media)) {
            if (at.isBefore(ends)) {
                before++;
            } else {
                after.add(at);
            }
        }
        return new Outlook.Ending(media, ends, before, after.stream().sorted().toList());
    }

    /** The times of posts that are to come and show it; what was kept of a use may have changed since. */
    private List<Instant> uses(Media media) {
        var now = clock.instant();
        return stores.media().usesSince(media.workspace(), media.id(), now, MOST_USES).stream()
                .map(Use::post)
                .distinct()
                .flatMap(id -> stores.posts().find(media.workspace(), id).stream())
                .filter(whole ->
                        isToCome(whole) && PostsUsingMedia.mediaOf(whole.post()).anyMatch(media.id()::equals))
                .map(whole -> at(whole.post()))
                .filter(now::isBefore)
                .toList();
    }

    private static boolean isToCome(PostWithTargets whole) {
        return whole.targets().stream().anyMatch(target -> switch (target.state()) {
            case APPROVAL, SCHEDULED, PREPARED, RETRY_AT, HELD -> true;
            case DRAFT, SENDING, PUBLISHED, FAILED, UNCERTAIN, MISSED, CANCELLED -> false;
        });
    }

    private static Instant at(Post post) {
        return post.schedule().map(Schedule::at).orElse(Instant.MAX);
    }

    private static <T> Stream<T> all(Function<PageRequest, Page<T>> list) {
        return Stream.iterate(
                        Optional.of(list.apply(PageRequest.first(PageRequest.MOST))),
                        Optional::isPresent,
                        page -> page.flatMap(Page::next)
                                .map(next -> list.apply(new PageRequest(PageRequest.MOST, Optional.of(next)))))
                .flatMap(page -> page.orElseThrow().items().stream());
    }
}
