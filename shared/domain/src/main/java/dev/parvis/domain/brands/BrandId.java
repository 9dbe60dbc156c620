package dev.parvis.domain.brands;

import dev.parvis.domain.stored.Check;

/** A brand of a workspace. A ULID. */
public record BrandId(String value) {
    public BrandId {
        Check.id(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
