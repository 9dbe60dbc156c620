package dev.parvis.domain.crisis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

import dev.parvis.domain.workspaces.WorkspaceId;

/** Links that stop, in memory. */
public final class InMemoryStopLinks implements StopLinks {
    private final Map<String, StopGrant> rows = new ConcurrentSkipListMap<>();

    @Override
    public void put(StopGrant grant) {
        rows.put(key(grant.workspace(), grant.subject()), grant);
    }

    @Override
    public Optional<StopGrant> find(WorkspaceId workspace, String subject) {
        return Optional.ofNullable(rows.get(key(workspace, subject)));
    }

    @Override
    public List<StopGrant> list(WorkspaceId workspace) {
        return rows.values().stream()
                .filter(grant -> grant.workspace().equals(workspace))
                .toList();
    }

    @Override
    public boolean revoke(WorkspaceId workspace, String subject) {
        return rows.remove(key(workspace, subject)) != null;
    }

    private static String key(WorkspaceId workspace, String subject) {
        return workspace + "\n" + subject;
    }
}
