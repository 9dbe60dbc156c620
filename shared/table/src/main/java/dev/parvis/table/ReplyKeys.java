package dev.parvis.table;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.kernel.time.Times;

/** The keys of what is remembered of rules' replies on a channel. */
final class ReplyKeys {
    private ReplyKeys() {}

    static Key regular(WorkspaceId workspace, ChannelId channel, String author) {
        return new Key(Keys.tenant(workspace) + "#REGULAR#" + channel, author);
    }

    static Key pace(WorkspaceId workspace, ChannelId channel, Instant at) {
        return new Key(Keys.tenant(workspace) + "#PACE#" + channel, Times.format(at.truncatedTo(ChronoUnit.HOURS)));
    }
}
