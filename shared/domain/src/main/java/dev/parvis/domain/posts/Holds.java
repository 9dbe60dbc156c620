package dev.parvis.domain.posts;

import java.time.Instant;
import java.util.List;

import dev.parvis.domain.stored.Change;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * The stops of a workspace: one row, read strongly consistent in the last step before a call. It is kept within 4 KB, one
 * read unit, by refusing statements; a stop itself is never refused.
 */
public interface Holds {
    Stops stops(WorkspaceId workspace);

    default List<Hold> in(WorkspaceId workspace) {
        return stops(workspace).standing();
    }

    /**
     * Adds the stop, unless one of the same scope and id stands: then that one stays as it is. One write, which nothing
     * can make fail; what stands after it.
     */
    Hold put(WorkspaceId workspace, Hold hold);

    /** Lifts exactly this stop and remembers that it stood; false when it is no longer there: somebody else lifted it. */
    boolean release(WorkspaceId workspace, Hold hold, Instant at, String by);

    /**
     * Lists a seal under exactly this stop; what is listed already is done. {@link Change.Missing} when the stop stands
     * no more, {@link Change.Refused} when it lists all it can.
     */
    Change<Hold> admit(WorkspaceId workspace, Hold hold, String seal);
}
