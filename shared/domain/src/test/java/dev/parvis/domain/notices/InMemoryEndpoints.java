package dev.parvis.domain.notices;

import java.util.List;
import java.util.Optional;

import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.InMemoryRows;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Endpoints in memory. */
public final class InMemoryEndpoints implements Endpoints {
    private final InMemoryRows<Endpoint> rows =
            new InMemoryRows<>(endpoint -> key(endpoint.workspace(), endpoint.id()), Endpoint::version, Endpoint::at);

    @Override
    public Change<Endpoint> create(Endpoint endpoint) {
        return list(endpoint.workspace()).size() >= 20
                ? new Change.Refused<>("a workspace has at most 20 endpoints")
                : rows.create(endpoint);
    }

    @Override
    public Optional<Endpoint> find(WorkspaceId workspace, EndpointId id) {
        return rows.find(key(workspace, id));
    }

    @Override
    public List<Endpoint> list(WorkspaceId workspace) {
        return rows.all(endpoint -> endpoint.workspace().equals(workspace));
    }

    @Override
    public Change<Endpoint> change(Endpoint changed) {
        return rows.change(changed);
    }

    @Override
    public Change<Endpoint> delete(WorkspaceId workspace, EndpointId id, long version) {
        return rows.delete(key(workspace, id), version);
    }

    private static String key(WorkspaceId workspace, EndpointId id) {
        return workspace + "#" + id;
    }
}
