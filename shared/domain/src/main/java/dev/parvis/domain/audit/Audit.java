package dev.parvis.domain.audit;

import java.time.Instant;
import java.time.YearMonth;

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

    /** The entries of a month (UTC), newest first. */
    Page<AuditEntry> list(WorkspaceId workspace, YearMonth month, PageRequest page);
}
