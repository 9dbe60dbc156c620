package dev.parvis.domain.audit;

import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;

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
     * Entries about a subject, or about what is beneath it ({@code post/ID} and {@code post/ID/CHANNEL}), whose time lies in
     * {@code [from, to)}, earliest first. The trail is not kept by subject, because that would cost each entry a second
     * write: at most {@value #MOST_LOOKED_THROUGH} entries are looked through at once, so that a page may be empty and have
     * a next one all the same.
     */
    default Page<AuditEntry> about(WorkspaceId workspace, String subject, Instant from, Instant to, PageRequest page) {
        var found = new ArrayList<AuditEntry>();
        var next = page.after();
        for (var seen = 0; seen < MOST_LOOKED_THROUGH; seen += PageRequest.MOST) {
            var read = kept(workspace, from, to, new PageRequest(PageRequest.MOST, next));
            read.items().stream()
                    .map(Kept::entry)
                    .filter(entry ->
                            entry.subject().equals(subject) || entry.subject().startsWith(subject + "/"))
                    .forEach(found::add);
            next = read.next();
            if (next.isEmpty() || found.size() >= page.limit()) {
                break;
            }
        }
        return new Page<>(found, next);
    }

    /** What one look for a subject's entries reads at most. */
    int MOST_LOOKED_THROUGH = 2_000;

    /** The entries of a month (UTC), newest first. */
    Page<AuditEntry> list(WorkspaceId workspace, YearMonth month, PageRequest page);
}
