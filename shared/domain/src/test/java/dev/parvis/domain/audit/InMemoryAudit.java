package dev.parvis.domain.audit;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

import dev.parvis.domain.Slices;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

/** The audit trail in memory. */
public final class InMemoryAudit implements Audit {
    private final Map<String, AuditEntry> rows = new HashMap<>();

    @Override
    public synchronized void add(AuditEntry entry) {
        rows.putIfAbsent(entry.workspace() + "#" + entry.at() + "#" + entry.id(), entry);
    }

    @Override
    public void add(AuditEntry entry, String written) {
        add(entry);
    }

    @Override
    public synchronized Page<AuditEntry> list(WorkspaceId workspace, YearMonth month, PageRequest page) {
        var found = rows.values().stream()
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
