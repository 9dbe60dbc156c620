package dev.parvis.functions.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.stored.PageRequest;

/**
 * Which posts of a channel other targets own: what a look for a lost post must leave out. It reads the calendar of the
 * days around the attempt, which costs much more than publishing does, and is read only when a call was uncertain.
 */
final class OwnedPosts {
    private static final Duration AROUND = Duration.ofDays(2);

    private final Posts posts;

    OwnedPosts(Posts posts) {
        this.posts = posts;
    }

    Set<String> byOthers(Target ours, Instant attemptedAt) {
        var found = new HashSet<String>();
        var first = attemptedAt.minus(AROUND);
        var last = attemptedAt.plus(AROUND);
        Stream.of(first, last)
                .map(at -> YearMonth.from(at.atZone(ZoneOffset.UTC)))
                .distinct()
                .forEach(month -> eachPost(ours, month, post -> {
                    if (isAround(post, first, last)) {
                        posts.find(ours.workspace(), post.id()).ifPresent(whole -> whole.targets().stream()
                                .filter(target -> isOther(target, ours))
                                .flatMap(target -> target.publication().stream())
                                .forEach(publication -> found.add(publication.nativeId())));
                    }
                }));
        return Set.copyOf(found);
    }

    private void eachPost(Target ours, YearMonth month, Consumer<Post> each) {
        var next = Optional.<String>empty();
        do {
            var page = posts.calendar(ours.workspace(), ours.brand(), month, new PageRequest(PageRequest.MOST, next));
            page.items().forEach(each);
            next = page.next();
        } while (next.isPresent());
    }

    private static boolean isAround(Post post, Instant first, Instant last) {
        return post.schedule()
                .map(schedule ->
                        !schedule.at().isBefore(first) && !schedule.at().isAfter(last))
                .orElse(false);
    }

    private static boolean isOther(Target target, Target ours) {
        return target.channel().equals(ours.channel()) && !target.post().equals(ours.post());
    }
}
