package dev.parvis.domain.audit;

import java.time.Instant;
import java.time.YearMonth;

import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

/** The audit trail. Entries are added and never changed. */
public interface Audit {
    /** Adds an entry; one of the same id and instant is left as it is. */
    void add(AuditEntry entry);

    /** Adds an entry with what a person wrote, kept apart so that it can be erased. */
    void add(AuditEntry entry, String written);

    /** Entries whose time lies in {@code [from, to)}, earliest first and those of one time by id. */
    Page<Kept> kept(WorkspaceId workspace, Instant from, Instant to, PageRequest page);

    /**
     * The history of a post: all that was done to it, on its channels too, earliest first and what was done at one time by
     * id. What is told at a second that is still to come is there already. However much else the workspace does, a page costs
     * what its own entries do.
     */
    Page<AuditEntry> of(WorkspaceId workspace, PostId post, PageRequest page);

    /** The entries of a month (UTC), newest first. */
    Page<AuditEntry> list(WorkspaceId workspace, YearMonth month, PageRequest page);
}
