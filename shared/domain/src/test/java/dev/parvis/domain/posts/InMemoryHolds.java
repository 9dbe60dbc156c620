package dev.parvis.domain.posts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.parvis.domain.workspaces.WorkspaceId;

/** Stops in memory. */
public final class InMemoryHolds implements Holds {
    private final Map<WorkspaceId, Map<String, Hold>> rows = new HashMap<>();

    @Override
    public synchronized List<Hold> in(WorkspaceId workspace) {
        return List.copyOf(rows.getOrDefault(workspace, Map.of()).values());
    }

    @Override
    public synchronized void put(WorkspaceId workspace, Hold hold) {
        rows.computeIfAbsent(workspace, id -> new TreeMap<>()).put(hold.scope() + "#" + hold.id(), hold);
    }

    @Override
    public synchronized void release(WorkspaceId workspace, Hold.Scope scope, String id) {
        rows.computeIfAbsent(workspace, none -> new TreeMap<>()).remove(scope + "#" + id);
    }
}
