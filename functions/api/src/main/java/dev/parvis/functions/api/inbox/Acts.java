package dev.parvis.functions.api.inbox;

import java.util.Locale;

import dev.parvis.domain.channels.Connections;
import dev.parvis.domain.channels.Opened;
import dev.parvis.domain.channels.Renewals;
import dev.parvis.domain.channels.Renewed;
import dev.parvis.domain.items.Interaction;
import dev.parvis.domain.moderation.Action;
import dev.parvis.domain.networks.Moderates;
import dev.parvis.domain.networks.Moderates.Moderation;
import dev.parvis.domain.networks.Network;
import dev.parvis.domain.networks.Networks;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.ProblemException;

/** Carries out a person's decision on the network, or says why it cannot be. */
public final class Acts {
    private final Networks networks;
    private final Connections connections;
    private final Renewals renewals;

    public Acts(Networks networks, Connections connections, Renewals renewals) {
        this.networks = networks;
        this.connections = connections;
        this.renewals = renewals;
    }

    /** Returns when the network has done it; a problem otherwise, and nothing is written. */
    void act(Interaction interaction, Action action) {
        var network = interaction.item().key().network();
        var moderates = networks.find(network)
                .flatMap(Network::moderates)
                .filter(found -> found.actions().contains(action))
                .orElseThrow(() ->
                        impossible(network + " does not let us " + action.name().toLowerCase(Locale.ROOT)));
        switch (connections.open(interaction.workspace(), interaction.channel())) {
            case Opened.Ready ready -> act(interaction, action, moderates, ready);
            case Opened.Disconnected(var reason) -> throw impossible("the channel is disconnected: " + reason);
            case Opened.Missing _ -> throw impossible("the channel was removed");
        }
    }

    private void act(Interaction interaction, Action action, Moderates moderates, Opened.Ready ready) {
        var first = moderates.act(ready.connection(), action, interaction.item());
        if (!(first instanceof Moderation.Expired)) {
            settle(first);
            return;
        }
        switch (renewals.renew(ready)) {
            case Renewed.Fresh(var fresh) -> settle(moderates.act(fresh.connection(), action, interaction.item()));
            case Renewed.Lost(var reason) -> throw impossible("the channel is disconnected: " + reason);
            case Renewed.Later(var reason) -> throw later(reason);
        }
    }

    private static void settle(Moderation moderation) {
        switch (moderation) {
            case Moderation.Done _ -> {}
            case Moderation.NotPossible(var reason) -> throw impossible(reason);
            case Moderation.Later(var reason) -> throw later(reason);
            case Moderation.Expired() -> throw later("the network does not accept the renewed credential yet");
        }
    }

    private static ProblemException impossible(String reason) {
        return Problem.of(Problem.Code.NETWORK_REFUSED, "It cannot be done: " + reason + ".")
                .exception();
    }

    private static ProblemException later(String reason) {
        return Problem.of(Problem.Code.NETWORK_UNAVAILABLE, "Not done, try again: " + reason + ".")
                .exception();
    }
}
