package dev.parvis.domain.workspaces;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

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

    /** Who belongs to the workspace, by subject (at most {@value #MOST_MEMBERS}). */
    List<Member> members(WorkspaceId id);

    /** Lets a person in. Who is in already is a {@link Change.Conflict}; a full workspace refuses. */
    Change<Member> admit(Member member);

    /**
     * Gives a member other roles, made of those that are stored: of two who ask at once, the second sees what the first
     * has done. Refused when no owner would be left, however many ask.
     *
     * @param roles of the same person in the same workspace
     */
    Change<Member> appoint(WorkspaceId id, String subject, UnaryOperator<Member> roles);

    /** Shows a member out. Refused when no owner would be left, however many ask at once. */
    Change<Member> dismiss(WorkspaceId id, String subject);

    /** The most members of a workspace. */
    int MOST_MEMBERS = 80;
}
