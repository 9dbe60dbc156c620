package dev.parvis.domain.moderation;

import dev.parvis.domain.stored.Check;

/** A rule of a brand. A ULID. */
public record RuleId(String value) {
    public RuleId {
        Check.id(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
