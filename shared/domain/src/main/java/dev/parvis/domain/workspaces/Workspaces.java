package dev.parvis.domain.workspaces;

import java.util.List;
import java.util.Optional;

import dev.parvis.domain.stored.Change;

/** Workspaces and who belongs to them. */
public interface Workspaces {
    /** Creates the workspace and its first member in one go; refused when the id is taken. */
    Change<Workspace> create(Workspace workspace, Member owner);

    Optional<Workspace> find(WorkspaceId id);

    /** The role of this subject in this workspace; empty for a stranger. One strongly consistent read. */
    Optional<Member> member(WorkspaceId id, String subject);

    /** The workspaces a subject belongs to (at most 100). */
    List<Workspace> of(String subject);

    /** Writes {@code changed} with its version raised, if the stored version is {@code changed.version()}. */
    Change<Workspace> change(Workspace changed);

    /** Removes an empty workspace: refused while it has a brand. */
    Change<Workspace> delete(WorkspaceId id, long version);
}
