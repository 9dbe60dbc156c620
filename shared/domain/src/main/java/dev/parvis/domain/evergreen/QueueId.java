package dev.parvis.domain.evergreen;

import dev.parvis.domain.stored.Check;

/** A queue of a brand. A ULID. */
public record QueueId(String value) {
    public QueueId {
        Check.id(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
