package dev.parvis.functions.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    sealed interface Looked {
        record Done() implements Looked {}

        record CredentialExpired() implements Looked {}

        /** The part that is next is to be sent: the one that was looked for, or the one after it. */
        record Send(Held held) implements Looked {}
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
            return settle(held, publishes, claimed.get());
        }
        var attempt = attempt(held);
        var others = owned.around(held.target(), attempt.startedAt());
        var look = new Look(held, publishes, clock.instant());
        return switch (publishes.reconcile(connection, attempt, notOurs(held.target(), others))) {
            case Reconciliation.Found(var nativeId, var url) ->
                found(look, new Publication(nativeId, url, attempt.startedAt(), true));
            case Reconciliation.Absent(var evidence) -> {
                absent(look, evidence);
                yield new Looked.Done();
            }
            case Reconciliation.Undecided(var reason) -> {
                outcomes.undecided(held, reason);
                yield new Looked.Done();
            }
            case Reconciliation.SendAgain _ -> new Looked.Send(held);
            case Reconciliation.Expired() -> new Looked.CredentialExpired();
        };
    }

    /** What other targets own, and the parts of this one that were out before. */
    private static Set<String> notOurs(Target target, OwnedPosts.Others others) {
        return Stream.concat(others.nativeIds().stream(), target.out().stream().map(Publication::nativeId))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Attempt attempt(Held held) {
        return held.target().attempt().orElseThrow();
    }

    /** @param at when it began: a worker that stood still since has seen no more than was there then */
    private record Look(Held held, Publishes publishes, Instant at) {}

    private Looked found(Look look, Publication where) {
        return switch (look.publishes().safety()) {
            case CLIENT_KEY -> out(look.held(), where);
            // That it is out is known, as which post is not: a container does not say what it has become.
            case TWO_PHASES, REFUSAL_NAMES_TWIN, RECONCILE -> claim(look, where);
        };
    }

    private Looked out(Held held, Publication where) {
        if (owned.areMore(held.target())) {
            return outcomes.following(held, where).<Looked>map(Looked.Send::new).orElseGet(Looked.Done::new);
        }
        outcomes.published(held, where);
        return new Looked.Done();
    }

    /** Read after the post was seen: who made it was sending before, and is in doubt or owns it now. */
    private Looked claim(Look look, Publication where) {
        var held = look.held();
        var attempt = attempt(held);
        var others = owned.around(held.target(), attempt.startedAt());
        var alike = others.alike(attempt);
        if (others.isOneSending(attempt)) {
            outcomes.undecided(held, "a post like it is being sent");
            return new Looked.Done();
        }
        var shown = alike.stream()
                .flatMap(target -> target.attempt().stream())
                .map(theirs -> believedFrom(theirs, look.publishes()))
                .reduce(believedFrom(attempt, look.publishes()), (one, other) -> one.isAfter(other) ? one : other);
        if (!alike.isEmpty() && look.at().isBefore(shown)) {
            outcomes.undecidedUntil(held, "a post like it may have gone out too", shown);
            return new Looked.Done();
        }
        return outcomes.claiming(held, where)
                .map(claiming -> settle(claiming, look.publishes(), where))
                .orElseGet(Looked.Done::new);
    }

    private Looked settle(Held held, Publishes publishes, Publication where) {
        var others = owned.around(held.target(), attempt(held).startedAt());
        if (others.isOneSending(attempt(held))) {
            outcomes.undecided(held, "a post like it is being sent");
            return new Looked.Done();
        }
        var holder = others.holderOf(where);
        if (holder.isEmpty()) {
            return out(held, where);
        }
        if (holder.get().state() == TargetState.PUBLISHED || isPartOf(holder.get(), where)) {
            lost(held, publishes);
        } else if (isFirst(holder.get(), held.target())) {
            outcomes.withdrawn(held, "another target lays claim to the post that was found");
        } else {
            outcomes.undecided(held, "another target lays claim to the post that was found");
        }
        return new Looked.Done();
    }

    private static boolean isPartOf(Target target, Publication where) {
        return target.out().stream().anyMatch(part -> part.nativeId().equals(where.nativeId()));
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
        var refusal = attempt(look.held()).refusal();
        if (look.at().isBefore(believedFrom)) {
            outcomes.undecidedUntil(look.held(), "not found yet: " + evidence, believedFrom);
        } else if (!refusal.isEmpty()) {
            outcomes.failed(
                    look.held().now(look.held().target().without(TargetState.RETRY_AT, "")), "refused", refusal);
        } else {
            var out = look.held().now(look.held().target().without(TargetState.RETRY_AT, ""));
            outcomes.retry(out, "it did not go out: " + evidence);
        }
    }

    private Instant believedFrom(Attempt attempt, Publishes publishes) {
        var quiet = publishes.quietTime();
        return Clocks.shown(attempt.overBy(), quiet.compareTo(shortestQuiet) > 0 ? quiet : shortestQuiet);
    }
}
