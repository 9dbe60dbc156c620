package dev.parvis.functions.measure;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import dev.parvis.domain.metrics.SnapshotOrder;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.stored.PageRequest;

/**
 * A channel's posts that went out lately. The calendar lists by due time and a post can go out later than that, so the
 * calendar is read a little further back.
 */
final class RecentPosts {
    /** How long a post is measured after it went out. */
    static final Duration MEASURED_FOR = Duration.ofDays(30);

    private static final Duration LATEST = Duration.ofDays(2);

    private final Posts posts;

    RecentPosts(Posts posts) {
        this.posts = posts;
    }

    /** Ours by the id its network gave it, oldest due time first. */
    Map<String, PostId> of(SnapshotOrder order, Instant now) {
        var found = new LinkedHashMap<String, PostId>();
        var since = now.minus(MEASURED_FOR);
        var last = YearMonth.from(now.atZone(ZoneOffset.UTC));
        var month = YearMonth.from(since.minus(LATEST).atZone(ZoneOffset.UTC));
        for (; !month.isAfter(last); month = month.plusMonths(1)) {
            ofMonth(order, month, since, now, found);
        }
        return found;
    }

    private void ofMonth(SnapshotOrder order, YearMonth month, Instant since, Instant now, Map<String, PostId> found) {
        var next = Optional.<String>empty();
        do {
            var page = posts.calendar(order.workspace(), order.brand(), month, new PageRequest(PageRequest.MOST, next));
            page.items().stream()
                    .filter(post -> mayHaveGoneOut(post, since, now))
                    .forEach(post -> add(order, post.id(), since, found));
            next = page.next();
        } while (next.isPresent());
    }

    private static boolean mayHaveGoneOut(Post post, Instant since, Instant now) {
        return post.schedule()
                .map(Schedule::at)
                .filter(at -> !at.isAfter(now) && !at.isBefore(since.minus(LATEST)))
                .isPresent();
    }

    private void add(SnapshotOrder order, PostId id, Instant since, Map<String, PostId> found) {
        posts.find(order.workspace(), id).ifPresent(whole -> whole.targets().stream()
                .filter(target -> target.channel().equals(order.channel()))
                .flatMap(target -> target.publication().stream())
                .filter(publication -> !publication.firstByteAt().isBefore(since))
                .forEach(publication -> found.put(publication.nativeId(), id)));
    }
}
