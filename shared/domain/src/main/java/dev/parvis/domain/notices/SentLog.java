package dev.parvis.domain.notices;

import java.time.Duration;
import java.util.Optional;

import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

/** What was sent to endpoints, each event once, kept for {@link #KEPT} after it happened. */
public interface SentLog {
    Duration KEPT = Duration.ofDays(30);

    /** Keeps it as it stands now, over what was kept of the same event and endpoint. */
    void keep(Sent sent);

    /** By {@link Sent#id}; what cannot be one names nothing. */
    Optional<Sent> find(WorkspaceId workspace, EndpointId endpoint, String id);

    /** Newest first, by when it happened. */
    Page<Sent> list(WorkspaceId workspace, EndpointId endpoint, PageRequest page);
}
