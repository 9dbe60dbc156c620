package dev.parvis.domain.sources;

import dev.parvis.domain.stored.Check;

/** A source of a workspace. A ULID, or the channel's id for its notifications. */
public record SourceId(String value) {
    public SourceId {
        Check.id(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
