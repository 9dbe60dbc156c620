package dev.parvis.domain.slots;

import java.time.Instant;
import java.util.List;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.workspaces.WorkspaceId;

/** The slots of channels, and which instants posts have taken. */
public interface Slots {
    /** The channel's slots; none, at version 0, where nobody has written any. */
    Week find(WorkspaceId workspace, ChannelId channel);

    /**
     * Writes {@code changed} with its version raised, if the stored version is {@code changed.version()}. Missing when
     * there is no such channel. Posts that stand at old slots stay where they are.
     */
    Change<Week> replace(Week changed);

    /** The instants from one until before another that posts stand at on a channel, earliest first, as of now. */
    List<Taken> taken(WorkspaceId workspace, ChannelId channel, Instant from, Instant until);
}
