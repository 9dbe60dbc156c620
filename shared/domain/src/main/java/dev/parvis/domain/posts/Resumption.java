package dev.parvis.domain.posts;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import dev.parvis.domain.channels.ChannelId;

/** What a person decides on a target that a stop has held: nothing of it goes out by itself when the stop is lifted. */
public sealed interface Resumption {
    /** It goes out at this instant, past or not: at once is now. Where somebody must agree, they are asked again. */
    record At(Instant at) implements Resumption {
        public At {
            at = at.truncatedTo(ChronoUnit.MILLIS);
        }
    }

    record Cancel() implements Resumption {}

    /** When it is wanted out by this; empty when it is not any more. */
    default Optional<Instant> wantedAt() {
        return switch (this) {
            case At(var at) -> Optional.of(at);
            case Cancel() -> Optional.empty();
        };
    }

    /** Why it cannot be decided on; empty when it can. {@code revision} is what the person has read. */
    default Optional<String> refusal(PostWithTargets there, ChannelId channel, long revision) {
        var named = target(there, channel);
        if (named.isEmpty()) {
            return Optional.of("the post does not go to channel " + channel);
        }
        var target = named.get();
        if (target.state() != TargetState.HELD) {
            return Optional.of("the target on channel " + channel + " is " + target.state() + ": no stop holds it");
        }
        return target.revision() == revision
                ? Optional.empty()
                : Optional.of("it was edited since: it is of revision " + target.revision());
    }

    /**
     * The post one version later, with the target as decided. What goes out is of a new revision, because the instant is
     * part of what a network is told. The post's own time moves with its targets, once none stands at the old one. What
     * was held half-way goes on as it began.
     */
    default PostWithTargets on(PostWithTargets there, ChannelId channel) {
        return switch (this) {
            case Cancel() -> new PostWithTargets(there.post().next(), each(there, channel, Target::cancelled));
            case At(var at) -> isHalfOut(there, channel) ? rest(there, channel, at) : at(there, channel, at);
        };
    }

    private static boolean isHalfOut(PostWithTargets there, ChannelId channel) {
        return target(there, channel).filter(target -> !target.out().isEmpty()).isPresent();
    }

    private static PostWithTargets rest(PostWithTargets there, ChannelId channel, Instant at) {
        var content = there.post().content();
        return new PostWithTargets(
                there.post().next(), each(there, channel, target -> new Sighting.Rest(at).on(target, content)));
    }

    private static PostWithTargets at(PostWithTargets there, ChannelId channel, Instant at) {
        var revision = there.post().revision() + 1;
        var targets = each(there, channel, target -> target.resumed(revision, at));
        var moves = targets.stream()
                .filter(target -> target.state() != TargetState.CANCELLED)
                .allMatch(target -> target.dueAt().equals(at));
        var post = there.post().resumed(moves ? Optional.of(at) : Optional.empty());
        if (post.approval().isEmpty()) {
            return new PostWithTargets(post, targets);
        }
        var asked = Approval.asked(post.approval().get().policy(), Seal.of(post.content(), targets));
        return Plan.decided(post, targets, asked, "");
    }

    private static List<Target> each(PostWithTargets there, ChannelId channel, UnaryOperator<Target> decided) {
        return there.targets().stream()
                .map(target -> target.channel().equals(channel) ? decided.apply(target) : target)
                .toList();
    }

    /** An edit that gives no other time is no decision: what a stop has held stays held. */
    static Target kept(Optional<Target> stored, Target edited) {
        return stored.filter(target -> target.state() == TargetState.HELD)
                .filter(target -> target.dueAt().equals(edited.dueAt()))
                .filter(_ -> edited.state() == TargetState.SCHEDULED || edited.state() == TargetState.APPROVAL)
                .map(target -> edited.without(TargetState.HELD, target.reason()))
                .orElse(edited);
    }

    private static Optional<Target> target(PostWithTargets there, ChannelId channel) {
        return there.targets().stream()
                .filter(target -> target.channel().equals(channel))
                .findFirst();
    }
}
