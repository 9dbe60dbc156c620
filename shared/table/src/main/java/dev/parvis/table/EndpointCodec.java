package dev.parvis.table;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

import dev.parvis.domain.events.Event;
import dev.parvis.domain.notices.Endpoint;
import dev.parvis.domain.notices.EndpointId;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Outgoing webhooks' endpoints. */
final class EndpointCodec implements Codec<Endpoint> {
    @Override
    public Key key(Endpoint endpoint) {
        return key(endpoint.workspace(), endpoint.id());
    }

    static Key key(WorkspaceId workspace, EndpointId id) {
        return Keys.inWorkspace(workspace, Keys.ENDPOINT, id.value());
    }

    @Override
    public Attributes encode(Endpoint endpoint) {
        return Attributes.at(key(endpoint))
                .text("url", endpoint.url().toString())
                .texts(
                        "events",
                        endpoint.events().stream().map(Enum::name).sorted().toList())
                .text("sealedSecret", endpoint.sealedSecret())
                .maps(
                        "retired",
                        endpoint.retired().stream()
                                .map(old -> new Attributes()
                                        .text("sealedSecret", old.sealedSecret())
                                        .instant("until", old.until()))
                                .toList())
                .instant("createdAt", endpoint.createdAt())
                .number("version", endpoint.version());
    }

    @Override
    public Endpoint decode(Row row) {
        return new Endpoint(
                row.key().workspace(),
                new EndpointId(row.key().after(Keys.ENDPOINT)),
                row.as("url", URI::create),
                row.texts("events").stream().map(name -> type(row, name)).collect(Collectors.toSet()),
                row.text("sealedSecret"),
                row.has("retired") ? retired(row) : List.of(),
                row.instant("createdAt"),
                row.number("version"));
    }

    private static List<Endpoint.Retired> retired(Row row) {
        return row.maps("retired").stream()
                .map(old -> new Endpoint.Retired(old.text("sealedSecret"), old.instant("until")))
                .toList();
    }

    private static Event.Type type(Row row, String name) {
        try {
            return Event.Type.valueOf(name);
        } catch (IllegalArgumentException unknown) {
            throw row.broken("events");
        }
    }
}
