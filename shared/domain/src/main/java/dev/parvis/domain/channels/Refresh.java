package dev.parvis.domain.channels;

import java.time.Duration;
import java.time.Instant;

import dev.parvis.domain.agenda.Work;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * The standing order to renew a channel's credential before it expires; claiming it is what makes refreshes one at a
 * time per account. {@code incident} is set while the owner has been told of a failure, so that one mail is sent.
 */
public record Refresh(WorkspaceId workspace, ChannelId channel, Instant expiresAt, int failures, boolean incident)
        implements Work {
    /** How often a credential that lasts is looked after: it is how a revoked one is told from one that still stands. */
    public static final Duration LOOKED_AFTER = Duration.ofDays(30);

    @Override
    public String id() {
        return channel.value();
    }

    /** The order as it stands after a renewal that brought a new expiry. */
    public Refresh renewedUntil(Instant expiry) {
        return new Refresh(workspace, channel, expiry, 0, false);
    }

    /** The order as it stands after one more transient failure. */
    public Refresh failedAgain() {
        return new Refresh(workspace, channel, expiresAt, failures + 1, incident);
    }

    public Refresh told() {
        return new Refresh(workspace, channel, expiresAt, failures, true);
    }
}
