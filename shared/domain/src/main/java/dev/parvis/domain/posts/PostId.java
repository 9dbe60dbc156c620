package dev.parvis.domain.posts;

import dev.parvis.domain.stored.Check;

/** A post of a workspace. A ULID. */
public record PostId(String value) {
    public PostId {
        Check.id(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
