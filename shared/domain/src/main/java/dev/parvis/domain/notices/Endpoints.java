package dev.parvis.domain.notices;

import java.util.List;
import java.util.Optional;

import dev.parvis.domain.stored.Change;
import dev.parvis.domain.workspaces.WorkspaceId;

/** The endpoints of a workspace (at most 20). */
public interface Endpoints {
    Change<Endpoint> create(Endpoint endpoint);

    Optional<Endpoint> find(WorkspaceId workspace, EndpointId id);

    List<Endpoint> list(WorkspaceId workspace);

    Change<Endpoint> change(Endpoint changed);

    Change<Endpoint> delete(WorkspaceId workspace, EndpointId id, long version);
}
