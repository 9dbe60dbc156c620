package dev.parvis.functions.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.posts.Attempt;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Publication;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * Which posts of a channel other targets own: what a look for a lost post must leave out. It reads the calendar of the
 * days around the attempt, and what a person has wanted out in those days, whenever its own were. It costs much more than
 * publishing does, and is read only when a call was uncertain.
 */
final class OwnedPosts {
    private static final Duration AROUND = Duration.ofDays(2);

    private final Posts posts;

    OwnedPosts(Posts posts) {
        this.posts = posts;
    }

    /** The other targets of a target's channel, as they stood when they were read. */
    record Others(List<Target> targets) {
        Others {
            targets = List.copyOf(targets);
        }

        /** What they own, or lay claim to. */
        Set<String> nativeIds() {
            return targets.stream()
                    .flatMap(Target::owned)
                    .map(Publication::nativeId)
                    .collect(Collectors.toUnmodifiableSet());
        }

        /** Who has a post for its own already, or lays claim to it. */
        Optional<Target> holderOf(Publication where) {
            return targets.stream()
                    .filter(target ->
                            target.owned().anyMatch(theirs -> theirs.nativeId().equals(where.nativeId())))
                    .findFirst();
        }

        /** Those that may have gone out, and would look the same as this attempt. */
        List<Target> alike(Attempt attempt) {
            return targets.stream()
                    .filter(target -> target.state().doubtful())
                    .filter(target -> target.attempt()
                            .filter(theirs -> theirs.fingerprint().equals(attempt.fingerprint()))
                            .isPresent())
                    .toList();
        }

        boolean isOneSending(Attempt attempt) {
            return alike(attempt).stream().anyMatch(target -> target.state() == TargetState.SENDING);
        }
    }

    /** Strongly consistent for each post; a post that was written within the last second may be missing. */
    Others around(Target ours, Instant attemptedAt) {
        var found = new ArrayList<Target>();
        var first = attemptedAt.minus(AROUND);
        var last = attemptedAt.plus(AROUND);
        var around = new LinkedHashSet<>(posts.wantedAgain(ours.workspace(), ours.brand(), first, last));
        Consumer<Post> each = post -> {
            if (isAround(post, first, last)) {
                around.add(post.id());
            }
        };
        Stream.of(first, last)
                .map(at -> YearMonth.from(at.atZone(ZoneOffset.UTC)))
                .distinct()
                .forEach(month -> {
                    eachPost(ours, month, posts::calendar, each);
                    eachPost(ours, month, posts::answers, each);
                });
        around.forEach(post -> posts.find(ours.workspace(), post).ifPresent(whole -> whole.targets().stream()
                .filter(target -> isOther(target, ours))
                .forEach(found::add)));
        return new Others(found);
    }

    /** Whether another part follows the one that is next: its content says. */
    boolean areMore(Target target) {
        return posts.content(target.workspace(), target.post(), target.revision())
                .filter(content -> Parts.areMore(target, content.on(target.network())))
                .isPresent();
    }

    /** What a brand says by itself, or what it answers: either may look the same. */
    @FunctionalInterface
    private interface Listing {
        Page<Post> page(WorkspaceId workspace, BrandId brand, YearMonth month, PageRequest page);
    }

    private static void eachPost(Target ours, YearMonth month, Listing list, Consumer<Post> each) {
        var next = Optional.<String>empty();
        do {
            var page = list.page(ours.workspace(), ours.brand(), month, new PageRequest(PageRequest.MOST, next));
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
