package dev.parvis.domain.imports;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.parvis.domain.agenda.InMemoryAgenda;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Imports in memory: rows of the agenda. Thread-safe. */
public final class InMemoryImports implements Imports {
    private final InMemoryAgenda agenda;
    private final Map<String, List<ImportRow>> rows = new HashMap<>();
    private final Map<String, TreeMap<String, RowFault>> faults = new HashMap<>();

    public InMemoryImports(InMemoryAgenda agenda) {
        this.agenda = agenda;
    }

    @Override
    public void create(Import created, List<ImportRow> all, List<RowFault> bad, Instant due) {
        synchronized (agenda) {
            rows.put(key(created.workspace(), created.importId()), List.copyOf(all));
            bad.stream().limit(MOST_FAULTS).forEach(fault -> tell(created, fault));
            agenda.put(Kind.IMPORT, created, Optional.of(due));
        }
    }

    @Override
    public Optional<Import> find(WorkspaceId workspace, ImportId id) {
        return agenda.find(Kind.IMPORT, workspace, id.value());
    }

    @Override
    public List<ImportRow> from(Import of, int first) {
        synchronized (agenda) {
            return rows.getOrDefault(key(of.workspace(), of.importId()), List.of()).stream()
                    .skip(first)
                    .limit(STEP)
                    .toList();
        }
    }

    @Override
    public Optional<Instant> undo(WorkspaceId workspace, ImportId id, Instant now) {
        synchronized (agenda) {
            return find(workspace, id).map(there -> {
                var held = agenda.lookedAt(
                                Kind.IMPORT, workspace, id.value(), there.undo().isEmpty())
                        .filter(now::isBefore);
                var from = held.orElse(now);
                if (there.undo().isEmpty()) {
                    agenda.edit(Kind.IMPORT, there.undoing(), Optional.of(from));
                }
                return from;
            });
        }
    }

    @Override
    public void tell(Import of, RowFault fault) {
        synchronized (agenda) {
            faults.computeIfAbsent(key(of.workspace(), of.importId()), none -> new TreeMap<>())
                    .put(fault.line() + "#" + fault.column(), fault);
        }
    }

    @Override
    public List<RowFault> faults(WorkspaceId workspace, ImportId id, int limit) {
        synchronized (agenda) {
            return faults.getOrDefault(key(workspace, id), new TreeMap<>()).values().stream()
                    .sorted(Comparator.comparingInt(RowFault::line).thenComparing(RowFault::column))
                    .limit(limit)
                    .toList();
        }
    }

    private static String key(WorkspaceId workspace, ImportId id) {
        return workspace + "#" + id;
    }
}
