package dev.parvis.table;

import java.util.List;
import java.util.Optional;

import dev.parvis.domain.notices.Endpoint;
import dev.parvis.domain.notices.EndpointId;
import dev.parvis.domain.notices.Endpoints;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.workspaces.WorkspaceId;

/** The endpoints of a workspace. */
final class TableEndpoints implements Endpoints {
    private static final int MOST = 20;

    private final Rows rows;
    private final EndpointCodec codec = new EndpointCodec();
    private final Versioned<Endpoint> endpoints;

    TableEndpoints(Rows rows) {
        this.rows = rows;
        this.endpoints = new Versioned<>(rows, codec);
    }

    @Override
    public Change<Endpoint> create(Endpoint endpoint) {
        return list(endpoint.workspace()).size() >= MOST
                ? new Change.Refused<>("a workspace has at most " + MOST + " endpoints")
                : endpoints.create(endpoint);
    }

    @Override
    public Optional<Endpoint> find(WorkspaceId workspace, EndpointId id) {
        return endpoints.find(EndpointCodec.key(workspace, id));
    }

    @Override
    public List<Endpoint> list(WorkspaceId workspace) {
        return rows.all(Range.of(Keys.tenant(workspace), Keys.ENDPOINT)).stream()
                .map(codec::decode)
                .toList();
    }

    @Override
    public Change<Endpoint> change(Endpoint changed) {
        return endpoints.change(changed, changed.version());
    }

    @Override
    public Change<Endpoint> delete(WorkspaceId workspace, EndpointId id, long version) {
        return endpoints.delete(EndpointCodec.key(workspace, id), version);
    }
}
