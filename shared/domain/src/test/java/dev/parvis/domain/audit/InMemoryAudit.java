package dev.parvis.domain.audit;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

import dev.parvis.domain.Slices;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

/** The audit trail in memory. */
public final class InMemoryAudit implements Audit {
    private final Map<String, Kept> rows = new HashMap<>();

    @Override
    public void add(AuditEntry entry) {
        keep(new Kept(entry, ""));
    }

    @Override
    public void add(AuditEntry entry, String written) {
        keep(new Kept(entry, new Digest("salted").add(entry.id()).add(written).hex()));
    }

    private synchronized void keep(Kept kept) {
        rows.putIfAbsent(key(kept.entry()), kept);
    }

    /** Writes over what is there, as nobody should. */
    public synchronized void tamper(AuditEntry entry) {
        rows.put(key(entry), new Kept(entry, ""));
    }

    /** Takes out what is there, as nobody should. */
    public synchronized void remove(AuditEntry entry) {
        rows.remove(key(entry));
    }

    private static String key(AuditEntry entry) {
        return entry.workspace() + "#" + entry.at() + "#" + entry.id();
    }

    @Override
    public synchronized Page<Kept> kept(WorkspaceId workspace, Instant from, Instant to, PageRequest page) {
        var found = rows.values().stream()
                .filter(kept -> kept.entry().workspace().equals(workspace))
                .filter(kept ->
                        !kept.entry().at().isBefore(from) && kept.entry().at().isBefore(to))
                .sorted(Comparator.comparing((Kept kept) -> kept.entry().at())
                        .thenComparing(kept -> kept.entry().id()))
                .toList();
        return Slices.of(found, page);
    }

    @Override
    public synchronized Page<AuditEntry> of(WorkspaceId workspace, PostId post, PageRequest page) {
        var found = rows.values().stream()
                .map(Kept::entry)
                .filter(entry -> entry.workspace().equals(workspace))
                .filter(entry -> entry.post().filter(post::equals).isPresent())
                .sorted(Comparator.comparing(AuditEntry::at).thenComparing(AuditEntry::id))
                .toList();
        return Slices.of(found, page);
    }

    @Override
    public synchronized Page<AuditEntry> list(WorkspaceId workspace, YearMonth month, PageRequest page) {
        var found = rows.values().stream()
                .map(Kept::entry)
                .filter(entry -> entry.workspace().equals(workspace))
                .filter(entry ->
                        YearMonth.from(entry.at().atOffset(ZoneOffset.UTC)).equals(month))
                .sorted(Comparator.comparing(AuditEntry::at)
                        .thenComparing(AuditEntry::id)
                        .reversed())
                .toList();
        return Slices.of(found, page);
    }
}
