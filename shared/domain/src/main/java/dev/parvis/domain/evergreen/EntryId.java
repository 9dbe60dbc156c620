package dev.parvis.domain.evergreen;

import dev.parvis.domain.stored.Check;

/** An entry of a queue. A ULID. */
public record EntryId(String value) {
    public EntryId {
        Check.id(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
