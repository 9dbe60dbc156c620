package dev.parvis.domain.notices;

import java.net.URI;
import java.time.Instant;
import java.util.Set;

import dev.parvis.domain.events.Event;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * Where a workspace wants to be told, and of what.
 *
 * @param sealedSecret its signing secret, sealed for {@link #sealedFor} and in base64: a role that may send webhooks
 *     needs no access to the tokens of channels
 */
public record Endpoint(
        WorkspaceId workspace,
        EndpointId id,
        URI url,
        Set<Event.Type> events,
        String sealedSecret,
        Instant createdAt,
        long version) {
    public Endpoint {
        events = Set.copyOf(events);
    }

    /** What the signing secret is sealed for. */
    public static String sealedFor(WorkspaceId workspace, EndpointId id) {
        return "W#" + workspace + "#ENDPOINT#" + id;
    }
}
