package dev.parvis.domain.posts;

import java.util.List;

import dev.parvis.domain.workspaces.WorkspaceId;

/** The stops in force: one row per workspace, read strongly consistent in the last step before a call. */
public interface Holds {
    List<Hold> in(WorkspaceId workspace);

    /** Replaces the stop of the same scope and id, or adds it: one write. */
    void put(WorkspaceId workspace, Hold hold);

    void release(WorkspaceId workspace, Hold.Scope scope, String id);
}
