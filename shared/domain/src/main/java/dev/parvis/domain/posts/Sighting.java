package dev.parvis.domain.posts;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a person says of a target that may have gone out, having looked on the network; or of one that stopped half-way. */
public sealed interface Sighting {
    /** For so long after a call nobody can see that it came to nothing: a request may have waited in somebody's queue. */
    Duration SHOWN = Duration.ofMinutes(2);

    /** It is out. */
    record Out(Publication where) implements Sighting {}

    /** It is not out: it is to be sent again, under the key it had, so that a network that knows the key takes it once. */
    record NotOut(Instant at) implements Sighting {}

    /** Parts of it are out, and what is missing is wanted still. */
    record Rest(Instant at) implements Sighting {}

    /** A person to whom this revision was handed over has posted it. */
    record ByHand(Publication where, long revision, Instant at) implements Sighting {}

    /** A person to whom this revision was handed over will not post it. */
    record Declined(long revision, Instant at) implements Sighting {}

    /** Why it cannot be said of this target now; empty when it can. */
    default Optional<String> refusal(Target target) {
        return switch (this) {
            case Rest _ ->
                hasRest(target)
                        ? Optional.empty()
                        : Optional.of("the target on channel " + target.channel() + " is " + target.state()
                                + ": only one that FAILED or was MISSED after some of its parts can go on");
            case ByHand(var _, var revision, var _) -> handedOver(target, revision, true);
            case Declined(var revision, var _) -> handedOver(target, revision, false);
            case Out _ -> doubtful(target);
            case NotOut(var at) ->
                doubtful(target).or(() -> target.attempt()
                        .map(attempt -> attempt.overBy().plus(SHOWN))
                        .filter(at::isBefore)
                        .map(until -> "what was sent may still come to stand there until " + until));
        };
    }

    /** What is out is out, be it late or during a stop; what was cancelled or changed since was not this. */
    private static Optional<String> handedOver(Target target, long revision, boolean out) {
        var open =
                switch (target.state()) {
                    case PREPARED -> true;
                    case MISSED, HELD -> out;
                    case DRAFT, APPROVAL, SCHEDULED, SENDING, PUBLISHED, FAILED, RETRY_AT, UNCERTAIN, CANCELLED ->
                        false;
                };
        return open && target.revision() == revision
                ? Optional.empty()
                : Optional.of("the target on channel " + target.channel() + " is " + target.state() + " in revision "
                        + target.revision() + ": what was handed over as revision " + revision
                        + " no longer stands");
    }

    private static Optional<String> doubtful(Target target) {
        return target.state() == TargetState.UNCERTAIN
                ? Optional.empty()
                : Optional.of("the target on channel " + target.channel() + " is " + target.state()
                        + ": only of one that is UNCERTAIN can a person say whether it is out");
    }

    /**
     * When a worker looks at it, once this was said. What is out by a person's word, or will not be, stays there until it is
     * told: by the worker alone, so that nothing is told that was not written, and nothing written is not told.
     */
    default Optional<Instant> lookedAt(Target settled) {
        return switch (this) {
            case ByHand(var _, var _, var at) -> Optional.of(at);
            case Declined(var _, var at) -> Optional.of(at);
            case Out(var where) when settled.state() == TargetState.PUBLISHED -> Optional.of(where.firstByteAt());
            case Out _, NotOut _, Rest _ -> settled.lookedAt();
        };
    }

    /** When something of it is wanted out by this; empty when nothing goes out any more by itself. */
    default Optional<Instant> wantedAt() {
        return switch (this) {
            case NotOut(var at) -> Optional.of(at);
            case Rest(var at) -> Optional.of(at);
            case Out _, ByHand _, Declined _ -> Optional.empty();
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
                    case ByHand(var where, var _, var _) -> target.published(where);
                    case Declined _ -> target.without(TargetState.MISSED, "the person who was asked will not post it");
                    case Rest(var at) -> target.wantedAt(at, "a person wants the rest of it");
                };
        return target.seal().isEmpty() || target.out().isEmpty() ? now : now.boundTo(Seal.of(content, now));
    }

    private static Target seenOut(Target target, Content content, Publication where) {
        var last = target.part() + 1 >= content.on(target.network()).size();
        return last ? target.published(where) : target.following(where);
    }
}
