package dev.parvis.domain.moderation;

import java.util.Locale;

import dev.parvis.domain.channels.Connections;
import dev.parvis.domain.channels.Opened;
import dev.parvis.domain.channels.Renewals;
import dev.parvis.domain.channels.Renewed;
import dev.parvis.domain.items.Interaction;
import dev.parvis.domain.networks.Moderates;
import dev.parvis.domain.networks.Moderates.Moderation;
import dev.parvis.domain.networks.Network;
import dev.parvis.domain.networks.Networks;

/** Acts on an interaction on its network, with a renewed credential when the stored one has died. Repeating is harmless. */
public final class Acting {
    private final Networks networks;
    private final Connections connections;
    private final Renewals renewals;

    public Acting(Networks networks, Connections connections, Renewals renewals) {
        this.networks = networks;
        this.connections = connections;
        this.renewals = renewals;
    }

    /** What became of it. */
    public sealed interface Acted {
        record Done() implements Acted {}

        /** Neither now nor later: the reason is for a person. */
        record NotPossible(String reason) implements Acted {}

        record Later(String reason) implements Acted {}
    }

    public Acted on(Interaction interaction, Action action) {
        var network = interaction.item().key().network();
        var moderates = networks.find(network).flatMap(Network::moderates);
        if (moderates.isEmpty() || !moderates.get().actions().contains(action)) {
            return new Acted.NotPossible(
                    network + " does not let us " + action.name().toLowerCase(Locale.ROOT));
        }
        return switch (connections.open(interaction.workspace(), interaction.channel())) {
            case Opened.Ready ready -> act(interaction, action, moderates.get(), ready);
            case Opened.Disconnected(var reason) -> new Acted.NotPossible("the channel is disconnected: " + reason);
            case Opened.Missing missing -> new Acted.NotPossible("the channel was removed");
        };
    }

    private Acted act(Interaction interaction, Action action, Moderates moderates, Opened.Ready ready) {
        var first = moderates.act(ready.connection(), action, interaction.item());
        if (!(first instanceof Moderation.Expired)) {
            return acted(first);
        }
        return switch (renewals.renew(ready)) {
            case Renewed.Fresh(var fresh) -> acted(moderates.act(fresh.connection(), action, interaction.item()));
            case Renewed.Lost(var reason) -> new Acted.NotPossible("the channel is disconnected: " + reason);
            case Renewed.Later(var reason) -> new Acted.Later(reason);
        };
    }

    private static Acted acted(Moderation moderation) {
        return switch (moderation) {
            case Moderation.Done done -> new Acted.Done();
            case Moderation.NotPossible(var reason) -> new Acted.NotPossible(reason);
            case Moderation.Later(var reason) -> new Acted.Later(reason);
            case Moderation.Expired expired ->
                new Acted.Later("the network does not accept the renewed credential yet");
        };
    }
}
