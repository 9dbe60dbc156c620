package dev.parvis.domain.posts;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.parvis.domain.posts.Stops.Lifted;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Stops in memory. */
public final class InMemoryHolds implements Holds {
    private final Map<WorkspaceId, Map<String, Hold>> standing = new HashMap<>();
    private final Map<WorkspaceId, Map<String, Lifted>> lifted = new HashMap<>();

    @Override
    public synchronized Stops stops(WorkspaceId workspace) {
        return new Stops(
                List.copyOf(standing.getOrDefault(workspace, Map.of()).values()),
                List.copyOf(lifted.getOrDefault(workspace, Map.of()).values()));
    }

    @Override
    public synchronized Hold put(WorkspaceId workspace, Hold hold) {
        return rows(workspace).computeIfAbsent(name(hold.scope(), hold.id()), none -> hold);
    }

    @Override
    public synchronized boolean release(WorkspaceId workspace, Hold hold, Instant at, String by) {
        if (still(workspace, hold).isEmpty()) {
            return false;
        }
        rows(workspace).remove(name(hold.scope(), hold.id()));
        var now = new Lifted(hold.scope(), hold.id(), hold.since(), at, by);
        var there = lifted.computeIfAbsent(workspace, none -> new TreeMap<>());
        there.values().removeIf(old -> !old.until().plus(Lifted.REMEMBERED).isAfter(at));
        there.merge(name(hold.scope(), hold.id()), now, (earlier, later) -> later.after(earlier));
        return true;
    }

    @Override
    public synchronized Change<Hold> admit(WorkspaceId workspace, Hold hold, String seal) {
        var there = still(workspace, hold);
        if (there.isEmpty()) {
            return new Change.Missing<>();
        }
        if (there.get().statements().contains(seal)) {
            return new Change.Done<>(there.get());
        }
        if (there.get().statements().size() >= Hold.MOST_STATEMENTS) {
            return new Change.Refused<>("full");
        }
        var now = there.get().listing(seal);
        rows(workspace).put(name(hold.scope(), hold.id()), now);
        return new Change.Done<>(now);
    }

    private Optional<Hold> still(WorkspaceId workspace, Hold hold) {
        return Optional.ofNullable(rows(workspace).get(name(hold.scope(), hold.id())))
                .filter(there -> there.since().equals(hold.since()));
    }

    private Map<String, Hold> rows(WorkspaceId workspace) {
        return standing.computeIfAbsent(workspace, none -> new TreeMap<>());
    }

    private static String name(Hold.Scope scope, String id) {
        return scope + "#" + id;
    }
}
