package dev.parvis.domain.preflight;

import java.time.Instant;
import java.util.Optional;

import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.ChannelState;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.channels.Credentials;
import dev.parvis.domain.channels.Opened;
import dev.parvis.domain.channels.Renewals;
import dev.parvis.domain.channels.Renewed;
import dev.parvis.domain.networks.Accepts;
import dev.parvis.domain.networks.Connects;
import dev.parvis.domain.networks.Connects.Standing;
import dev.parvis.domain.networks.ImageSize;
import dev.parvis.domain.networks.Network;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.networks.Networks;
import dev.parvis.domain.networks.Publishes;
import dev.parvis.domain.preflight.Preflight.Account;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Asks how accounts stand: the channel, its credential, and the network itself. What has died is renewed at once. */
public final class Accounts {
    private final Channels channels;
    private final Credentials credentials;
    private final Networks networks;
    private final Renewals renewals;

    public Accounts(Channels channels, Credentials credentials, Networks networks, Renewals renewals) {
        this.channels = channels;
        this.credentials = credentials;
        this.networks = networks;
        this.renewals = renewals;
    }

    Account ask(WorkspaceId workspace, NetworkId network, ChannelId id) {
        var accepts = networks.find(network).flatMap(Network::way).map(Network.Way::accepts);
        var channel = channels.find(workspace, id);
        if (channel.isEmpty()) {
            return new Account.Unusable(Finding.CHANNEL_REMOVED, "the channel was removed");
        }
        if (accepts.isEmpty()) {
            return new Account.Unusable(Finding.CANNOT_PUBLISH, "Parvis cannot publish on " + network);
        }
        return channel.get().state() == ChannelState.DISCONNECTED
                ? disconnected(channel.get().reason())
                : open(channel.get(), accepts.get());
    }

    private static Account disconnected(String reason) {
        return new Account.Unusable(Finding.CHANNEL_DISCONNECTED, reason);
    }

    private Account open(Channel channel, Accepts accepts) {
        return credentials
                .open(channel.workspace(), channel.id(), false)
                .map(opened -> {
                    var ready = new Opened.Ready(new Connection(channel, opened.credential()), opened.version());
                    return stands(new Open(ready, accepts, opened.expiresAt()), true);
                })
                .orElseGet(() -> disconnected("the channel has no credential"));
    }

    private record Open(Opened.Ready ready, Accepts accepts, Instant expiresAt) {
        Account usable(boolean renews, Optional<String> doubt) {
            var connection = ready.connection();
            var size = accepts instanceof Publishes publishes
                    ? Optional.of(publishes.imageSize(connection))
                    : Optional.<ImageSize>empty();
            return new Account.Usable(accepts, accepts.limits(connection), size, expiresAt, renews, doubt);
        }
    }

    private Account stands(Open open, boolean mayRenew) {
        var connects =
                networks.find(open.ready().connection().channel().network()).flatMap(Network::connects);
        var renews = connects.map(Connects::renews).orElse(true);
        var standing =
                connects.map(asked -> asked.standing(open.ready().connection())).orElseGet(Standing.Untold::new);
        return switch (standing) {
            case Standing.Good(), Standing.Untold() -> open.usable(renews, Optional.empty());
            case Standing.Unreachable(var reason) -> open.usable(renews, Optional.of(reason));
            case Standing.Narrow(var missing) ->
                new Account.Unusable(
                        Finding.SCOPE_MISSING, "the credential has no right to " + String.join(", ", missing));
            case Standing.Dead() ->
                mayRenew
                        ? renewed(open, renews)
                        : open.usable(renews, Optional.of("the network does not accept the renewed credential yet"));
        };
    }

    private Account renewed(Open open, boolean renews) {
        return switch (renewals.renew(open.ready())) {
            case Renewed.Fresh(var fresh) -> stands(new Open(fresh, open.accepts(), expiry(fresh)), false);
            case Renewed.Lost(var reason) -> disconnected(reason);
            case Renewed.Later(var reason) -> open.usable(renews, Optional.of(reason));
        };
    }

    private Instant expiry(Opened.Ready fresh) {
        var channel = fresh.connection().channel();
        return credentials
                .open(channel.workspace(), channel.id(), true)
                .map(Credentials.Opened::expiresAt)
                .orElse(Instant.MAX);
    }
}
