package dev.parvis.domain.metrics;

import java.time.LocalDate;
import java.util.List;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.workspaces.WorkspaceId;

/** The figures of every day. */
public interface Snapshots {
    void put(Snapshot snapshot);

    /** The account's figures within [from, to], by day. */
    List<Snapshot> account(WorkspaceId workspace, ChannelId channel, LocalDate from, LocalDate to);

    /** The latest figures of each post of the channel that was measured within [from, to]. */
    List<Snapshot> latestOfPosts(WorkspaceId workspace, ChannelId channel, LocalDate from, LocalDate to);
}
