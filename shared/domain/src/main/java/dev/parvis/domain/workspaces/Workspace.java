package dev.parvis.domain.workspaces;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * A tenant with its defaults. {@code alertTo} are the addresses told about failures; they are never logged.
 * {@code version} grows by one with each change.
 *
 * @param weekly whether it is mailed a look ahead on Monday mornings
 */
public record Workspace(
        WorkspaceId id,
        String name,
        ZoneId zone,
        Language language,
        List<String> alertTo,
        boolean weekly,
        Instant createdAt,
        long version) {
    public Workspace {
        alertTo = List.copyOf(alertTo);
    }

    /** One that is mailed its look ahead. */
    public Workspace(
            WorkspaceId id,
            String name,
            ZoneId zone,
            Language language,
            List<String> alertTo,
            Instant createdAt,
            long version) {
        this(id, name, zone, language, alertTo, true, createdAt, version);
    }
}
