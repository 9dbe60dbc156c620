package dev.parvis.functions.webhooks;

import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Connections;
import dev.parvis.domain.channels.Opened;
import dev.parvis.domain.networks.Network;
import dev.parvis.domain.networks.Networks;
import dev.parvis.domain.networks.ReceivesWebhooks;
import dev.parvis.domain.networks.ReceivesWebhooks.Raw;
import dev.parvis.domain.networks.ReceivesWebhooks.Verdict;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Decides what a delivery is, and has it kept. */
final class Deliveries {
    private final Connections connections;
    private final Networks networks;
    private final Keeper keeper;

    Deliveries(Connections connections, Networks networks, Keeper keeper) {
        this.connections = connections;
        this.networks = networks;
        this.keeper = keeper;
    }

    /** What to answer. */
    sealed interface Answer {
        /** Kept now, or before. */
        record Taken(boolean before, int items) implements Answer {}

        record Challenge(String contentType, String body) implements Answer {}

        /** Nobody is told which part was wrong. */
        record Forged(String reason) implements Answer {}

        /** No such channel, or one that takes no deliveries: the two look alike from outside. */
        record NoSuchChannel() implements Answer {}
    }

    Answer take(WorkspaceId workspace, ChannelId channel, Raw raw) {
        return switch (connections.open(workspace, channel)) {
            case Opened.Ready ready -> receives(ready, raw);
            case Opened.Disconnected _ -> new Answer.NoSuchChannel();
            case Opened.Missing _ -> new Answer.NoSuchChannel();
        };
    }

    private Answer receives(Opened.Ready ready, Raw raw) {
        var channel = ready.connection().channel();
        return networks.find(channel.network())
                .flatMap(Network::receivesWebhooks)
                .map(receives -> verdict(channel, raw, receives.receive(ready.connection(), raw)))
                .orElseGet(Answer.NoSuchChannel::new);
    }

    private Answer verdict(Channel channel, Raw raw, ReceivesWebhooks.Verdict verdict) {
        return switch (verdict) {
            case Verdict.Accepted(var id, var items) -> keeper.keep(channel, raw, id, items);
            case Verdict.Unreadable(var id, var reason) -> keeper.keepUnreadable(channel, raw, id, reason);
            case Verdict.Challenge(var contentType, var body) -> new Answer.Challenge(contentType, body);
            case Verdict.Forged(var reason) -> new Answer.Forged(reason);
        };
    }
}
