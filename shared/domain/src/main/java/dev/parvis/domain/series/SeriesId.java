package dev.parvis.domain.series;

import dev.parvis.domain.stored.Check;

/** A series of a brand. A ULID. */
public record SeriesId(String value) {
    public SeriesId {
        Check.id(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
