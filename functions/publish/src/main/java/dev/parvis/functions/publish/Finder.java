package dev.parvis.functions.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.networks.Publishes;
import dev.parvis.domain.networks.Publishes.Reconciliation;
import dev.parvis.domain.networks.Publishes.Safety;
import dev.parvis.domain.posts.Attempt;
import dev.parvis.domain.posts.Publication;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;

/**
 * Looks on the network for a post that may have gone out, and settles the target by what is found.
 *
 * <p>Where a post is known by its looks only, another target may have made it. So while a target that looks the same is
 * in doubt nobody decides, until every call that could still show its effect has shown it; then a target lays claim to
 * the post in its own row before it looks who else does. Of two, one at least sees the other.
 */
final class Finder {
    private final OwnedPosts owned;
    private final Outcomes outcomes;
    private final InstantSource clock;
    private final Duration shortestQuiet;

    /** What the look asks for. */
    enum Looked {
        DONE,
        CREDENTIAL_EXPIRED,
        SEND_AGAIN
    }

    /** @param shortestQuiet "not found" is believed no sooner after the call, whatever a network declares */
    Finder(OwnedPosts owned, Outcomes outcomes, InstantSource clock, Duration shortestQuiet) {
        this.owned = owned;
        this.outcomes = outcomes;
        this.clock = clock;
        this.shortestQuiet = shortestQuiet;
    }

    Looked find(Held held, Connection connection, Publishes publishes) {
        var claimed = held.target().publication();
        if (claimed.isPresent()) {
            settle(held, publishes, claimed.get());
            return Looked.DONE;
        }
        var attempt = attempt(held);
        var others = owned.around(held.target(), attempt.startedAt());
        var look = new Look(held, publishes, clock.instant());
        return switch (publishes.reconcile(connection, attempt, others.nativeIds())) {
            case Reconciliation.Found(var nativeId, var url) -> {
                found(look, new Publication(nativeId, url, attempt.startedAt(), true));
                yield Looked.DONE;
            }
            case Reconciliation.Absent(var evidence) -> {
                absent(look, evidence);
                yield Looked.DONE;
            }
            case Reconciliation.Undecided(var reason) -> {
                outcomes.undecided(held, reason);
                yield Looked.DONE;
            }
            case Reconciliation.SendAgain _ -> Looked.SEND_AGAIN;
            case Reconciliation.Expired() -> Looked.CREDENTIAL_EXPIRED;
        };
    }

    private static Attempt attempt(Held held) {
        return held.target().attempt().orElseThrow();
    }

    /** @param at when it began: a worker that stood still since has seen no more than was there then */
    private record Look(Held held, Publishes publishes, Instant at) {}

    private void found(Look look, Publication where) {
        switch (look.publishes().safety()) {
            case CLIENT_KEY, TWO_PHASES -> outcomes.published(look.held(), where);
            case REFUSAL_NAMES_TWIN, RECONCILE -> claim(look, where);
        }
    }

    /** Read after the post was seen: who made it was sending before, and is in doubt or owns it now. */
    private void claim(Look look, Publication where) {
        var held = look.held();
        var attempt = attempt(held);
        var others = owned.around(held.target(), attempt.startedAt());
        var alike = others.alike(attempt);
        if (others.isOneSending(attempt)) {
            outcomes.undecided(held, "a post like it is being sent");
            return;
        }
        var shown = alike.stream()
                .flatMap(target -> target.attempt().stream())
                .map(theirs -> believedFrom(theirs, look.publishes()))
                .reduce(believedFrom(attempt, look.publishes()), (one, other) -> one.isAfter(other) ? one : other);
        if (!alike.isEmpty() && look.at().isBefore(shown)) {
            outcomes.undecidedUntil(held, "a post like it may have gone out too", shown);
            return;
        }
        outcomes.claiming(held, where).ifPresent(claiming -> settle(claiming, look.publishes(), where));
    }

    private void settle(Held held, Publishes publishes, Publication where) {
        var others = owned.around(held.target(), attempt(held).startedAt());
        if (others.isOneSending(attempt(held))) {
            outcomes.undecided(held, "a post like it is being sent");
            return;
        }
        var holder = others.holderOf(where);
        if (holder.isEmpty()) {
            outcomes.published(held, where);
        } else if (holder.get().state() == TargetState.PUBLISHED) {
            lost(held, publishes);
        } else if (isFirst(holder.get(), held.target())) {
            outcomes.withdrawn(held, "another target lays claim to the post that was found");
        } else {
            outcomes.undecided(held, "another target lays claim to the post that was found");
        }
    }

    private void lost(Held held, Publishes publishes) {
        if (publishes.safety() == Safety.REFUSAL_NAMES_TWIN) {
            outcomes.duplicate(held);
        } else {
            outcomes.withdrawn(held, "the post that was found is another target's");
        }
    }

    private static boolean isFirst(Target one, Target other) {
        return one.id().compareTo(other.id()) < 0;
    }

    private void absent(Look look, String evidence) {
        var believedFrom = believedFrom(attempt(look.held()), look.publishes());
        if (look.at().isBefore(believedFrom)) {
            outcomes.undecidedUntil(look.held(), "not found yet: " + evidence, believedFrom);
        } else {
            var out = look.held().now(look.held().target().without(TargetState.RETRY_AT, ""));
            outcomes.retry(out, "it did not go out: " + evidence);
        }
    }

    /** The margin is for clocks: who looks may be ahead of who sent. */
    private Instant believedFrom(Attempt attempt, Publishes publishes) {
        var quiet = publishes.quietTime();
        return attempt.overBy()
                .plus(quiet.compareTo(shortestQuiet) > 0 ? quiet : shortestQuiet)
                .plus(Held.MARGIN);
    }
}
