package dev.parvis.domain.channels;

import java.net.URI;
import java.time.Instant;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * A connected account. {@code server} is the base URL its calls go to; {@code account} the network's own id of it;
 * {@code handle} what people call it.
 */
public record Channel(
        WorkspaceId workspace,
        ChannelId id,
        BrandId brand,
        NetworkId network,
        URI server,
        String account,
        String handle,
        ChannelState state,
        String reason,
        Instant connectedAt,
        long version) {

    public Channel disconnected(String why) {
        return new Channel(
                workspace,
                id,
                brand,
                network,
                server,
                account,
                handle,
                ChannelState.DISCONNECTED,
                why,
                connectedAt,
                version);
    }
}
