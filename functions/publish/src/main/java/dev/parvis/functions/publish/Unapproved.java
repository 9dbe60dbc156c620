package dev.parvis.functions.publish;

import java.time.InstantSource;

import dev.parvis.domain.agenda.Next;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;

/** What becomes of a target that nobody has approved, or not as it is: it does not go out, and a person is told. */
final class Unapproved {
    private static final String NOT_APPROVED = "not_approved";
    private static final String NOT_WHAT_WAS_APPROVED = "what was to go out is not what was approved";

    private final Outcomes outcomes;
    private final InstantSource clock;

    Unapproved(Outcomes outcomes, InstantSource clock) {
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /** Nobody agreed in time, or somebody refused: at its time it is missed. */
    void waiting(Held held) {
        var target = held.target();
        if (clock.instant().isBefore(target.dueAt())) {
            outcomes.finish(held, target, Next.at(target.dueAt().plus(Target.EXPIRES_AFTER)));
            return;
        }
        var reason = target.reason().isEmpty() ? "it was not approved in time" : target.reason();
        outcomes.decided(held, target.without(TargetState.MISSED, reason), Next.never(), this::missed);
    }

    private void missed(Held held) {
        var facts = Telling.facts(held.target());
        facts.put("code", NOT_APPROVED);
        outcomes.consequences(held, Event.Type.POST_MISSED, "missed", NOT_APPROVED, facts);
        outcomes.log(held).warn("post.missed", "code", NOT_APPROVED);
    }

    /** What lies here is not what was approved for this target. It stays in doubt if it may have gone out before. */
    void mismatched(Held held) {
        var target = held.target();
        if (target.state().doubtful()) {
            outcomes.undecided(held, NOT_WHAT_WAS_APPROVED);
            return;
        }
        outcomes.decided(
                held,
                target.awaiting(NOT_WHAT_WAS_APPROVED),
                Next.at(target.dueAt().plus(Target.EXPIRES_AFTER)),
                this::refused);
    }

    private void refused(Held held) {
        var facts = Telling.facts(held.target());
        facts.put("by", "seal");
        outcomes.consequences(held, Event.Type.POST_REFUSED, "refused", "not_what_was_approved", facts);
        outcomes.log(held).warn("post.refused");
    }
}
