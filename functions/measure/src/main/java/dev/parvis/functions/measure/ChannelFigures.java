package dev.parvis.functions.measure;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.channels.Connections;
import dev.parvis.domain.channels.Opened;
import dev.parvis.domain.channels.Renewals;
import dev.parvis.domain.channels.Renewed;
import dev.parvis.domain.metrics.Metric;
import dev.parvis.domain.metrics.Reading;
import dev.parvis.domain.metrics.SnapshotOrder;
import dev.parvis.domain.networks.Measures;
import dev.parvis.domain.networks.Network;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.networks.Networks;

/** Asks a channel's network for its figures, with a credential that is renewed once when nothing comes back. */
final class ChannelFigures {
    /** What is said to have failed when the network could not even be asked. */
    private static final List<Metric> OF_ACCOUNT = List.of(Metric.FOLLOWERS, Metric.FOLLOWING, Metric.POSTS);

    private final Networks networks;
    private final Connections connections;
    private final Renewals renewals;
    private final InstantSource clock;

    /** What asking gave. */
    sealed interface Asked {
        record Told(NetworkId network, Figures figures) implements Asked {}

        /** The channel was removed: it will never be measured again. */
        record Gone() implements Asked {}
    }

    ChannelFigures(Networks networks, Connections connections, Renewals renewals, InstantSource clock) {
        this.networks = networks;
        this.connections = connections;
        this.renewals = renewals;
        this.clock = clock;
    }

    Asked of(SnapshotOrder order, NetworkId network, List<String> nativeIds) {
        return switch (connections.open(order.workspace(), order.channel())) {
            case Opened.Ready ready -> new Asked.Told(network, ask(ready, network, nativeIds));
            case Opened.Disconnected(var reason) ->
                new Asked.Told(network, failed("the channel is disconnected: " + reason));
            case Opened.Missing _ -> new Asked.Gone();
        };
    }

    private Figures ask(Opened.Ready ready, NetworkId network, List<String> nativeIds) {
        return networks.find(network)
                .map(known -> known.measures()
                        .map(measures -> ask(ready, measures, nativeIds))
                        .orElseGet(() -> notProvided(known)))
                .orElseGet(() -> failed("this function does not know the network " + network));
    }

    private Figures ask(Opened.Ready ready, Measures measures, List<String> nativeIds) {
        var account = measures.account(ready.connection());
        if (!Figures.nothingCame(account)) {
            return withPosts(ready.connection(), account, measures, nativeIds);
        }
        return switch (renewals.renewInCase(ready)) {
            case Renewed.Fresh(var fresh) ->
                withPosts(fresh.connection(), measures.account(fresh.connection()), measures, nativeIds);
            case Renewed.Lost(var reason) -> failed("the channel is disconnected: " + reason);
            case Renewed.Later _ -> new Figures(account, Map.of());
        };
    }

    /** Posts are not asked for when the account could not be read: they would fail for the same reason. */
    private static Figures withPosts(
            Connection connection, Map<Metric, Reading> account, Measures measures, List<String> nativeIds) {
        return nativeIds.isEmpty() || Figures.nothingCame(account)
                ? new Figures(account, Map.of())
                : new Figures(account, measures.posts(connection, nativeIds));
    }

    private static Figures notProvided(Network network) {
        var readings = new java.util.EnumMap<Metric, Reading>(Metric.class);
        OF_ACCOUNT.forEach(
                metric -> readings.put(metric, new Reading.NotProvided(network.title() + " tells no figures")));
        return new Figures(readings, Map.of());
    }

    private Figures failed(String reason) {
        Instant now = clock.instant();
        var readings = new java.util.EnumMap<Metric, Reading>(Metric.class);
        OF_ACCOUNT.forEach(metric -> readings.put(metric, new Reading.Failed(reason, now)));
        return new Figures(readings, Map.of());
    }
}
