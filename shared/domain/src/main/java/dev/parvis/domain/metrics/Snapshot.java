package dev.parvis.domain.metrics;

import java.time.LocalDate;
import java.util.Map;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.workspaces.WorkspaceId;

/** All figures of one subject on one day of the brand's zone; a later one of the same day replaces it. */
public record Snapshot(
        WorkspaceId workspace,
        BrandId brand,
        ChannelId channel,
        NetworkId network,
        Subject subject,
        LocalDate day,
        Map<Metric, Reading> readings) {
    public Snapshot {
        readings = Map.copyOf(readings);
    }
}
