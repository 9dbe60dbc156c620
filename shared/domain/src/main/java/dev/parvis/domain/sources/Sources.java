package dev.parvis.domain.sources;

import java.time.Instant;
import java.util.Optional;

import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

/** The sources of a workspace, and how far each was read. */
public interface Sources {
    /** Keeps the source and puts it on the agenda. */
    Change<Source> create(Source source, Instant firstPoll);

    Optional<Source> find(WorkspaceId workspace, SourceId id);

    Page<Source> list(WorkspaceId workspace, PageRequest page);

    /**
     * Writes {@code changed} with its version raised, if the stored version is {@code changed.version()}; a source
     * that listens is due at {@code next}, any other leaves the agenda.
     */
    Change<Source> change(Source changed, Instant next);

    Change<Source> delete(WorkspaceId workspace, SourceId id, long version);

    /** How far the source was read; empty before the first poll. Opaque to everyone but who polls. */
    Optional<String> cursor(WorkspaceId workspace, SourceId id);

    /** Whether an entry of the source, by a digest of it, was made a draft already: remembered for 400 days. */
    boolean isDrafted(WorkspaceId workspace, SourceId id, String digest);

    /** It was: also when a person deletes the draft, it is not made again. */
    void drafted(WorkspaceId workspace, SourceId id, String digest, Instant now);

    /** Moves the cursor (at most 100 KB). Whatever was found before it is already kept. */
    void moveCursor(WorkspaceId workspace, SourceId id, String cursor);
}
