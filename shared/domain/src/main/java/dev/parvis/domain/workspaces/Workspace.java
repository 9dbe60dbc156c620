package dev.parvis.domain.workspaces;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * A tenant with its defaults. {@code alertTo} are the addresses told about failures; they are never logged.
 * {@code version} grows by one with each change.
 */
public record Workspace(
        WorkspaceId id,
        String name,
        ZoneId zone,
        Language language,
        List<String> alertTo,
        Instant createdAt,
        long version) {
    public Workspace {
        alertTo = List.copyOf(alertTo);
    }
}
