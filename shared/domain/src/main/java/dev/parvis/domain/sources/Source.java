package dev.parvis.domain.sources;

import java.time.Duration;
import java.time.Instant;

import dev.parvis.domain.agenda.Work;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * What is polled for a brand, and how often. {@code failures} counts polls failed in a row; {@code reason} says what
 * the last failure was, empty when it was none.
 */
public record Source(
        WorkspaceId workspace,
        SourceId source,
        BrandId brand,
        String name,
        Origin origin,
        Duration every,
        SourceState state,
        int failures,
        String reason,
        Instant createdAt,
        long version)
        implements Work {
    public static final Duration SOONEST = Duration.ofMinutes(1);

    @Override
    public String id() {
        return source.value();
    }

    public Source with(SourceState now, int failedInARow, String why) {
        return new Source(
                workspace, source, brand, name, origin, every, now, failedInARow, why, createdAt, version + 1);
    }

    public Source movedTo(Origin there) {
        return new Source(
                workspace, source, brand, name, there, every, state, failures, reason, createdAt, version + 1);
    }
}
