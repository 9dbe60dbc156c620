package dev.parvis.table;

import java.util.List;

import dev.parvis.domain.agenda.Work;
import dev.parvis.domain.workspaces.WorkspaceId;

/** A codec of rows that stand on the agenda: found by workspace and id. */
interface WorkCodec<W extends Work> extends Codec<W> {
    Key key(WorkspaceId workspace, String id);

    /** The id of the work that lies there. */
    String id(Key key);

    @Override
    default Key key(W work) {
        return key(work.workspace(), work.id());
    }

    /** The attributes by which a worker's progress shows that a person's edit must not undo. */
    default List<String> worked() {
        return List.of();
    }

    /** What does not fit the control row, as rows of their own that are written before it. */
    default List<Attributes> apart(W work) {
        return List.of();
    }
}
