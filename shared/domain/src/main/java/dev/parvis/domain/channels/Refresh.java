package dev.parvis.domain.channels;

import java.time.Instant;

import dev.parvis.domain.agenda.Work;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * The standing order to renew a channel's credential before it expires; claiming it is what makes refreshes one at a
 * time per account. {@code incident} is set while the owner has been told of a failure, so that one mail is sent.
 */
public record Refresh(WorkspaceId workspace, ChannelId channel, Instant expiresAt, int failures, boolean incident)
        implements Work {
    @Override
    public String id() {
        return channel.value();
    }
}
