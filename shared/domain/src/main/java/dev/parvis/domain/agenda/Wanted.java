package dev.parvis.domain.agenda;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * What a look at the agenda is for.
 *
 * @param horizon rows due at or before it
 * @param limit how many are leased at most
 * @param after where the look ended of which this one is the next page, as {@link Claims#next} says it; empty: the first
 * @param whose asked of each free row: what it refuses is left to others, or to a later look
 */
public record Wanted(Instant horizon, int limit, Optional<String> after, Predicate<WorkspaceId> whose) {
    /** Whosever it is, from the first. */
    public Wanted(Instant horizon, int limit) {
        this(horizon, limit, Optional.empty(), _ -> true);
    }

    public Wanted from(Optional<String> next) {
        return new Wanted(horizon, limit, next, whose);
    }

    public Wanted of(Predicate<WorkspaceId> some) {
        return new Wanted(horizon, limit, after, some);
    }
}
