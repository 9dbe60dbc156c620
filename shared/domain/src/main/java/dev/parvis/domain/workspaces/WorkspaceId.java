package dev.parvis.domain.workspaces;

import dev.parvis.domain.stored.Check;

/** The tenant. A ULID. */
public record WorkspaceId(String value) {
    public WorkspaceId {
        Check.id(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
