package dev.parvis.domain.audit;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import dev.parvis.domain.workspaces.WorkspaceId;

/** Chains in memory. */
public final class InMemorySeals implements Seals {
    private final Map<WorkspaceId, NavigableMap<Long, Seal>> chains = new ConcurrentHashMap<>();

    @Override
    public boolean append(Seal seal) {
        return chain(seal.workspace()).putIfAbsent(seal.number(), seal) == null;
    }

    @Override
    public Optional<Seal> find(WorkspaceId workspace, long number) {
        return Optional.ofNullable(chain(workspace).get(number));
    }

    @Override
    public Optional<Seal> latest(WorkspaceId workspace) {
        return Optional.ofNullable(chain(workspace).lastEntry()).map(Map.Entry::getValue);
    }

    /** Writes over a link, as nobody should. */
    public void tamper(Seal seal) {
        chain(seal.workspace()).put(seal.number(), seal);
    }

    /** Takes out a link, as nobody should. */
    public void remove(Seal seal) {
        chain(seal.workspace()).remove(seal.number());
    }

    private NavigableMap<Long, Seal> chain(WorkspaceId workspace) {
        return chains.computeIfAbsent(workspace, id -> java.util.Collections.synchronizedNavigableMap(new TreeMap<>()));
    }
}
