package dev.parvis.domain.notices;

import java.net.URI;
import java.time.Instant;
import java.util.Set;

import dev.parvis.domain.events.Event;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Where a workspace wants to be told, and of what. Its signing secret lies sealed beside the tokens. */
public record Endpoint(
        WorkspaceId workspace, EndpointId id, URI url, Set<Event.Type> events, Instant createdAt, long version) {
    public Endpoint {
        events = Set.copyOf(events);
    }
}
