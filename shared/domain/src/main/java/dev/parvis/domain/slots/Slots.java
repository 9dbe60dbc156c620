package dev.parvis.domain.slots;

import java.time.Duration;
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

    /**
     * What the posts that stand on a channel from one instant until before another say there, earliest first, as of now.
     * What was taken is known for {@link #KNOWN} after its instant.
     */
    List<Said> said(WorkspaceId workspace, ChannelId channel, Instant from, Instant until);

    Duration KNOWN = Duration.ofDays(35);
}
