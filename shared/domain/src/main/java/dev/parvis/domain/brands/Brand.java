package dev.parvis.domain.brands;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

import dev.parvis.domain.mentions.Watch;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * A client brand. {@code zone} is where its wall-clock intentions hold; later than {@code lateness} after its time a
 * target is missed rather than published.
 */
public record Brand(
        WorkspaceId workspace,
        BrandId id,
        String name,
        ZoneId zone,
        Watch watch,
        Reporting reporting,
        Duration lateness,
        Approving approving,
        Publishing publishing,
        Instant createdAt,
        long version) {
    public static final Duration DEFAULT_LATENESS = Duration.ofMinutes(15);

    /** A brand whose posts nobody has to approve. */
    public Brand(
            WorkspaceId workspace,
            BrandId id,
            String name,
            ZoneId zone,
            Watch watch,
            Reporting reporting,
            Duration lateness,
            Instant createdAt,
            long version) {
        this(workspace, id, name, zone, watch, reporting, lateness, Approving.NOBODY, createdAt, version);
    }

    /** A brand whose posts are as they are typed. */
    public Brand(
            WorkspaceId workspace,
            BrandId id,
            String name,
            ZoneId zone,
            Watch watch,
            Reporting reporting,
            Duration lateness,
            Approving approving,
            Instant createdAt,
            long version) {
        this(workspace, id, name, zone, watch, reporting, lateness, approving, Publishing.PLAIN, createdAt, version);
    }
}
