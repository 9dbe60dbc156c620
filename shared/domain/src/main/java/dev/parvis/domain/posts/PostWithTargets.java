package dev.parvis.domain.posts;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.wording.Gist;

/** A post and where each of its targets stands. */
public record PostWithTargets(Post post, List<Target> targets) {
    public PostWithTargets {
        targets = List.copyOf(targets);
    }

    /** At which instant the post stands on which channel: on all but those it was cancelled on; on none, for a draft or an answer. */
    public Map<ChannelId, Instant> bookings() {
        return post.schedule().isEmpty() || post.isAnswer()
                ? Map.of()
                : targets.stream()
                        .filter(target -> target.state() != TargetState.CANCELLED)
                        .collect(Collectors.toMap(Target::channel, Target::dueAt));
    }

    /** Whether it has ended in a way that cancelling does not undo. */
    public static boolean outlastsCancelling(Target target) {
        return switch (target.state()) {
            case PUBLISHED, CANCELLED -> true;
            case FAILED -> target.out().isEmpty();
            case DRAFT, APPROVAL, SCHEDULED, PREPARED, SENDING, RETRY_AT, UNCERTAIN, MISSED, HELD -> false;
        };
    }

    /** One that went out, where it is too late to cancel any: nobody is told that something was cancelled then. */
    public Optional<Target> nothingToCancel() {
        return targets.stream().allMatch(PostWithTargets::outlastsCancelling)
                ? targets.stream()
                        .filter(target -> target.state() == TargetState.PUBLISHED)
                        .findFirst()
                : Optional.empty();
    }

    /** What it says on each channel, in short; how its links are tagged says nothing. */
    public Map<ChannelId, Gist> gists() {
        var untagged = post.content().untagged();
        return targets.stream().collect(Collectors.toMap(Target::channel, target -> untagged.on(target.network())
                .gist()));
    }
}
