package dev.parvis.domain.audit;

import java.util.Optional;

import dev.parvis.domain.workspaces.WorkspaceId;

/** The chain of a workspace's audit trail. Links are added and never changed. */
public interface Seals {
    /** Adds a link; false when its number is taken, by whatever (then nothing is changed). */
    boolean append(Seal seal);

    /** A link, as it is now. */
    Optional<Seal> find(WorkspaceId workspace, long number);

    /** The link with the highest number, as it is now. */
    Optional<Seal> latest(WorkspaceId workspace);
}
