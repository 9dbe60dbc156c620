package dev.parvis.domain.imports;

import dev.parvis.domain.stored.Check;

/** An import of a workspace. A ULID. */
public record ImportId(String value) {
    public ImportId {
        Check.id(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
