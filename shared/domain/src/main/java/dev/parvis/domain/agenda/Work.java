package dev.parvis.domain.agenda;

import dev.parvis.domain.workspaces.WorkspaceId;

/** A row of the agenda. Its control row stays under 1 KB; bodies are rows of their own. */
public interface Work {
    WorkspaceId workspace();

    /** Unique among the work of one kind in one workspace. */
    String id();
}
