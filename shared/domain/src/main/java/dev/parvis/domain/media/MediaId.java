package dev.parvis.domain.media;

import dev.parvis.domain.stored.Check;

/** A media of a workspace. A ULID. */
public record MediaId(String value) {
    public MediaId {
        Check.id(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
