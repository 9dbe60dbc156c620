package dev.parvis.domain.posts;

import java.time.Instant;
import java.util.Optional;

/** What a person says of a target that may have gone out, having looked on the network. */
public sealed interface Sighting {
    /** It is out. */
    record Out(Publication where) implements Sighting {}

    /** It is not out: it is to be sent again, under the key it had, so that a network that knows the key takes it once. */
    record NotOut(Instant at) implements Sighting {}

    /** Why it cannot be said of this target now; empty when it can. */
    default Optional<String> refusal(Target target) {
        if (target.state() != TargetState.UNCERTAIN) {
            return Optional.of("the target on channel " + target.channel() + " is " + target.state()
                    + ": only of one that is UNCERTAIN can a person say whether it is out");
        }
        return switch (this) {
            case Out _ -> Optional.empty();
            case NotOut(var at) ->
                target.attempt()
                        .filter(attempt -> at.isBefore(attempt.overBy()))
                        .map(attempt -> "the call may still be under way until " + attempt.overBy());
        };
    }

    /** What the target is then. */
    default Target on(Target target) {
        return switch (this) {
            case Out(var where) -> target.published(where);
            case NotOut(var at) -> target.wantedAt(at);
        };
    }
}
