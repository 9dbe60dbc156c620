package dev.parvis.domain.crisis;

import java.util.List;
import java.util.Optional;

import dev.parvis.domain.workspaces.WorkspaceId;

/** Who has a link that stops: one for each member at most. */
public interface StopLinks {
    /** Replaces what the member had. */
    void put(StopGrant grant);

    /** Strongly consistent: what was revoked opens no more. One that has ended may still be there. */
    Optional<StopGrant> find(WorkspaceId workspace, String subject);

    List<StopGrant> list(WorkspaceId workspace);

    /** False when there was none. */
    boolean revoke(WorkspaceId workspace, String subject);
}
