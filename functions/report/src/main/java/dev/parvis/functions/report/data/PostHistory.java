package dev.parvis.functions.report.data;

import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Publication;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.reports.Period;

/**
 * What went out in each period, and what was due and did not. A post counts where it went out, on each channel; the
 * calendar lists by due time, so it is read a little further back.
 */
final class PostHistory {
    private static final Duration LATEST = Duration.ofDays(2);
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
    Map<Period, Went> of(Brand brand, Halves halves) {
        var found = Map.of(halves.now(), Went.nothing(), halves.before(), Went.nothing());
        var from = halves.before().start().minus(LATEST);
        var last = YearMonth.from(halves.now().end().atZone(ZoneOffset.UTC));
        var month = YearMonth.from(from.atZone(ZoneOffset.UTC));
        for (; !month.isAfter(last); month = month.plusMonths(1)) {
            var listed = month;
            Pages.walk(page -> posts.calendar(brand.workspace(), brand.id(), listed, page), post -> {
                if (mayCount(post, halves)) {
                    posts.find(post.workspace(), post.id()).ifPresent(whole -> sort(whole, halves, found));
                }
                return true;
            });
        }
        return Map.of(
                halves.now(), found.get(halves.now()).sorted(),
                halves.before(), found.get(halves.before()).sorted());
    }

    private static boolean mayCount(Post post, Halves halves) {
        return post.schedule()
                .map(Schedule::at)
                .filter(at -> at.isBefore(halves.now().end())
                        && !at.isBefore(halves.before().start().minus(LATEST)))
                .isPresent();
    }

    private static void sort(PostWithTargets whole, Halves halves, Map<Period, Went> found) {
        for (var target : whole.targets()) {
            target.publication()
                    .ifPresentOrElse(
                            where -> halves.of(where.firstByteAt()).ifPresent(period -> found.get(period)
                                    .out()
                                    .add(data(whole.post(), target, where, period.equals(halves.now())))),
                            () -> halves.of(target.dueAt())
                                    .filter(_ -> isDueAndNotOut(target.state()))
                                    .ifPresent(period -> found.get(period)
                                            .notOut()
                                            .merge(target.state().name(), 1L, Long::sum)));
        }
    }

    private static boolean isDueAndNotOut(TargetState state) {
        return switch (state) {
            case FAILED, MISSED, UNCERTAIN -> true;
            case DRAFT, SCHEDULED, PREPARED, SENDING, PUBLISHED, RETRY_AT, HELD, CANCELLED -> false;
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
