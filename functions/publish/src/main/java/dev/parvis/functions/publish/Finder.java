package dev.parvis.functions.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.networks.Publishes;
import dev.parvis.domain.networks.Publishes.Reconciliation;
import dev.parvis.domain.posts.Attempt;
import dev.parvis.domain.posts.Publication;

/** Looks on the network for a post that may have gone out, and settles the target by what is found. */
final class Finder {
    private final OwnedPosts owned;
    private final Outcomes outcomes;
    private final InstantSource clock;
    private final Duration shortestQuiet;

    /** Whether the look could be made. */
    enum Looked {
        DONE,
        CREDENTIAL_EXPIRED
    }

    /** @param shortestQuiet "not found" is believed no sooner after the call, whatever a network declares */
    Finder(OwnedPosts owned, Outcomes outcomes, InstantSource clock, Duration shortestQuiet) {
        this.owned = owned;
        this.outcomes = outcomes;
        this.clock = clock;
        this.shortestQuiet = shortestQuiet;
    }

    Looked find(Held held, Connection connection, Publishes publishes) {
        var attempt = held.target().attempt().orElseThrow();
        var others = owned.byOthers(held.target(), attempt.startedAt());
        switch (publishes.reconcile(connection, attempt, others)) {
            case Reconciliation.Found(var nativeId, var url) ->
                outcomes.published(
                        held,
                        new Publication(nativeId, url, attempt.startedAt(), true),
                        held.target().dueAt());
            case Reconciliation.Absent(var evidence) -> absent(held, attempt, publishes, evidence);
            case Reconciliation.Undecided(var reason) -> outcomes.undecided(held, reason);
            case Reconciliation.Expired() -> {
                return Looked.CREDENTIAL_EXPIRED;
            }
        }
        return Looked.DONE;
    }

    private void absent(Held held, Attempt attempt, Publishes publishes, String evidence) {
        var believedFrom = believedFrom(attempt, publishes);
        if (clock.instant().isBefore(believedFrom)) {
            outcomes.undecidedUntil(held, "not found yet: " + evidence, believedFrom);
        } else {
            outcomes.retry(held, "it did not go out: " + evidence, Duration.ZERO);
        }
    }

    private Instant believedFrom(Attempt attempt, Publishes publishes) {
        var quiet = publishes.quietTime();
        return attempt.overBy().plus(quiet.compareTo(shortestQuiet) > 0 ? quiet : shortestQuiet);
    }
}
