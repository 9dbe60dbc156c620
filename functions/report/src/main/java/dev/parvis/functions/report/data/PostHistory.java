package dev.parvis.functions.report.data;

import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Publication;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;

/**
 * What went out in each period, and what was due and did not. A post counts where it went out, on each channel; the
 * calendar lists by due time, so it is read a little further back.
 */
final class PostHistory {
    private static final Duration LATEST = Duration.ofDays(2);
    /** How many posts are read at once: as many as the SDK's client keeps connections open for. */
    private static final int AT_ONCE = 5;

    private static final Comparator<PostData> IN_ORDER = Comparator.comparing(PostData::publishedAt)
            .thenComparing(PostData::post)
            .thenComparing(PostData::channel);

    private final Posts posts;

    /** Posts that went out, earliest first, and counts of those that did not. */
    record Went(List<PostData> out, Map<String, Long> notOut) {
        private static Went nothing() {
            return new Went(new ArrayList<>(), new TreeMap<>());
        }

        private Went sorted() {
            return new Went(out.stream().sorted(IN_ORDER).toList(), notOut);
        }
    }

    PostHistory(Posts posts) {
        this.posts = posts;
    }

    /** By period. */
    Both<Went> of(Brand brand, Halves halves) {
        var found = Both.of(halves, Went::nothing);
        var from = halves.before().start().minus(LATEST);
        var last = YearMonth.from(halves.now().end().atZone(ZoneOffset.UTC));
        var month = YearMonth.from(from.atZone(ZoneOffset.UTC));
        for (; !month.isAfter(last); month = month.plusMonths(1)) {
            var listed = month;
            var ids = new ArrayList<PostId>();
            Pages.walk(page -> posts.calendar(brand.workspace(), brand.id(), listed, page), post -> {
                if (mayCount(post, halves)) {
                    ids.add(post.id());
                }
                return true;
            });
            whole(brand, ids).forEach(whole -> sort(whole, found));
        }
        return found.map(Went::sorted);
    }

    /** The posts with their targets, in the order of their ids; a few are read at once. One that was deleted is left out. */
    private List<PostWithTargets> whole(Brand brand, List<PostId> ids) {
        var gate = new Semaphore(AT_ONCE);
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            var reading = ids.stream()
                    .map(id -> CompletableFuture.supplyAsync(() -> find(brand, id, gate), readers))
                    .toList();
            return reading.stream().flatMap(each -> each.join().stream()).toList();
        }
    }

    private Optional<PostWithTargets> find(Brand brand, PostId id, Semaphore gate) {
        gate.acquireUninterruptibly();
        try {
            return posts.find(brand.workspace(), id);
        } finally {
            gate.release();
        }
    }

    private static boolean mayCount(Post post, Halves halves) {
        return post.schedule()
                .map(Schedule::at)
                .filter(at -> at.isBefore(halves.now().end())
                        && !at.isBefore(halves.before().start().minus(LATEST)))
                .isPresent();
    }

    private static void sort(PostWithTargets whole, Both<Went> found) {
        for (var target : whole.targets()) {
            target.publication()
                    .ifPresentOrElse(
                            where -> found.at(where.firstByteAt()).ifPresent(went -> went.out()
                                    .add(data(whole.post(), target, where, went == found.now()))),
                            () -> found.at(target.dueAt())
                                    .filter(_ -> isDueAndNotOut(target.state()))
                                    .ifPresent(went ->
                                            went.notOut().merge(target.state().name(), 1L, Long::sum)));
        }
    }

    private static boolean isDueAndNotOut(TargetState state) {
        return switch (state) {
            case FAILED, MISSED, UNCERTAIN -> true;
            case DRAFT, APPROVAL, SCHEDULED, PREPARED, SENDING, PUBLISHED, RETRY_AT, HELD, CANCELLED -> false;
        };
    }

    private static PostData data(Post post, Target target, Publication where, boolean withText) {
        return new PostData(
                post.id().value(),
                target.channel().value(),
                target.network().value(),
                withText ? post.content().text() : "",
                withText ? where.url() : "",
                target.dueAt(),
                where.firstByteAt(),
                Map.of());
    }
}
