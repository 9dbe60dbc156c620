package dev.parvis.domain.metrics;

import dev.parvis.domain.agenda.Work;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.workspaces.WorkspaceId;

/** The standing order to measure a channel every day. */
public record SnapshotOrder(WorkspaceId workspace, ChannelId channel, BrandId brand, int failures) implements Work {
    @Override
    public String id() {
        return channel.value();
    }
}
