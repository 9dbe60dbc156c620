package dev.parvis.domain.inbound;

import java.time.Instant;
import java.util.Optional;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.workspaces.WorkspaceId;

/** What arrived at our webhooks. */
public interface Inbound {
    /**
     * A verified delivery.
     *
     * @param body its bytes as text when they are few, or the key of the file that holds them
     * @param problem why it could not be read, empty when it could
     */
    record Arrival(
            WorkspaceId workspace,
            ChannelId channel,
            String deliveryId,
            Instant receivedAt,
            Body body,
            int items,
            String problem) {}

    /** Where the raw bytes are. */
    sealed interface Body {
        record Here(byte[] bytes) implements Body {}

        record InFile(String key, long bytes) implements Body {}
    }

    /** Whether this delivery was kept before. */
    boolean known(WorkspaceId workspace, ChannelId channel, String deliveryId);

    /** Keeps a delivery for 30 days, after everything in it is kept; false when it was kept before. */
    boolean keep(Arrival arrival);

    Optional<Arrival> find(WorkspaceId workspace, ChannelId channel, String deliveryId);
}
