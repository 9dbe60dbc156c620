package dev.parvis.domain.inbound;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Deliveries in memory. */
public final class InMemoryInbound implements Inbound {
    private static final Duration KEPT = Duration.ofDays(30);

    private final InstantSource clock;
    private final Map<Address, Arrival> rows = new HashMap<>();

    private record Address(WorkspaceId workspace, ChannelId channel, String delivery) {}

    public InMemoryInbound(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public boolean known(WorkspaceId workspace, ChannelId channel, String deliveryId) {
        return find(workspace, channel, deliveryId).isPresent();
    }

    @Override
    public synchronized boolean keep(Arrival arrival) {
        if (known(arrival.workspace(), arrival.channel(), arrival.deliveryId())) {
            return false;
        }
        rows.put(new Address(arrival.workspace(), arrival.channel(), arrival.deliveryId()), arrival);
        return true;
    }

    @Override
    public synchronized Optional<Arrival> find(WorkspaceId workspace, ChannelId channel, String deliveryId) {
        return Optional.ofNullable(rows.get(new Address(workspace, channel, deliveryId)))
                .filter(arrival -> arrival.receivedAt().plus(KEPT).isAfter(clock.instant()));
    }
}
