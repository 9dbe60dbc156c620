package dev.parvis.domain.posts;

import java.time.Instant;
import java.util.Optional;

/** What a person says of a target that may have gone out, having looked on the network; or of one that stopped half-way. */
public sealed interface Sighting {
    /** It is out. */
    record Out(Publication where) implements Sighting {}

    /** It is not out: it is to be sent again, under the key it had, so that a network that knows the key takes it once. */
    record NotOut(Instant at) implements Sighting {}

    /** Parts of it are out, and what is missing is wanted still. */
    record Rest(Instant at) implements Sighting {}

    /** Why it cannot be said of this target now; empty when it can. */
    default Optional<String> refusal(Target target) {
        if (this instanceof Rest) {
            return hasRest(target)
                    ? Optional.empty()
                    : Optional.of("the target on channel " + target.channel() + " is " + target.state()
                            + ": only one that FAILED or was MISSED after some of its parts can go on");
        }
        if (target.state() != TargetState.UNCERTAIN) {
            return Optional.of("the target on channel " + target.channel() + " is " + target.state()
                    + ": only of one that is UNCERTAIN can a person say whether it is out");
        }
        return switch (this) {
            case Out _, Rest _ -> Optional.empty();
            case NotOut(var at) ->
                target.attempt()
                        .filter(attempt -> at.isBefore(attempt.overBy()))
                        .map(attempt -> "the call may still be under way until " + attempt.overBy());
        };
    }

    private static boolean hasRest(Target target) {
        return !target.out().isEmpty()
                && (target.state() == TargetState.FAILED || target.state() == TargetState.MISSED);
    }

    /**
     * What the target is then. What was approved as a whole, and has begun to go out, stays approved at its later time.
     *
     * @param content of the target's revision
     */
    default Target on(Target target, Content content) {
        var now =
                switch (this) {
                    case Out(var where) -> seenOut(target, content, where);
                    case NotOut(var at) -> target.wantedAt(at, "a person has seen that it is not out");
                    case Rest(var at) -> target.wantedAt(at, "a person wants the rest of it");
                };
        return target.seal().isEmpty() || target.out().isEmpty() ? now : now.boundTo(Seal.of(content, now));
    }

    private static Target seenOut(Target target, Content content, Publication where) {
        var last = target.part() + 1 >= content.on(target.network()).size();
        return last ? target.published(where) : target.following(where);
    }
}
