package dev.parvis.domain.agenda;

import java.time.Instant;
import java.util.Optional;

import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

/** All work that waits. */
public interface Agenda {
    /**
     * Leases at most {@code wanted.limit} rows of a kind that are due at or before {@code wanted.horizon}. Of concurrent
     * claimers one wins each row. A row whose lease has not ended now is left alone even when its lease ends before the
     * horizon, and leaving it alone costs no write: a tick must not pay for what other ticks hold. However many of those
     * there are, who follows {@link Claims#next} to its end has met every row that was free. Rows that
     * {@link Kind#MOST_CLAIMS} claims could not finish are set aside as stuck.
     */
    <W extends Work> Claims<W> claim(Kind<W> kind, Wanted wanted);

    /** The same, whosever they are, from the first. */
    default <W extends Work> Claims<W> claim(Kind<W> kind, Instant horizon, int limit) {
        return claim(kind, new Wanted(horizon, limit));
    }

    /** Leases one row, due or not, unless another worker holds it or it is out of the agenda. */
    <W extends Work> Optional<Claim<W>> claimOne(Kind<W> kind, WorkspaceId workspace, String id);

    /** Writes the row's progress and keeps the lease: the due time stays at the lease's end. */
    <W extends Work> Written progress(Claim<W> claim, W now);

    /** Writes the row's new state, ends the lease, and puts it where it comes next. */
    <W extends Work> Written finish(Claim<W> claim, W now, Next next);

    /** Adds a row; false when a row of this kind and id is there already (then nothing is changed). */
    <W extends Work> boolean add(Kind<W> kind, W work, Instant due);

    /** Brings a waiting row forward to {@code due} if it would come later; true when it did. */
    <W extends Work> boolean hasten(Kind<W> kind, W work, Instant due);

    /** What was set aside, newest first. */
    Page<Stuck> stuck(WorkspaceId workspace, PageRequest page);

    /**
     * Puts a row that was set aside back, as {@link Kind#again} makes of it: due now, its claims forgotten, its fence
     * raised. Missing when no row of this kind and id is set aside; refused when what lies there cannot be read.
     */
    <W extends Work> Change<W> putBack(Kind<W> kind, WorkspaceId workspace, String id);
}
