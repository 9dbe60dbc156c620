package dev.parvis.domain.notices;

import dev.parvis.domain.stored.Check;

/** An outgoing webhook's endpoint. A ULID. */
public record EndpointId(String value) {
    public EndpointId {
        Check.id(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
