package dev.parvis.functions.api.channels;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.ChannelState;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.channels.Credentials;
import dev.parvis.domain.channels.Refresh;
import dev.parvis.domain.events.Announcer;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.metrics.SnapshotOrder;
import dev.parvis.domain.networks.Connects.Connecting;
import dev.parvis.domain.networks.Network;
import dev.parvis.domain.sources.Origin;
import dev.parvis.domain.sources.Source;
import dev.parvis.domain.sources.SourceId;
import dev.parvis.domain.sources.SourceState;
import dev.parvis.domain.sources.Sources;
import dev.parvis.domain.stored.Change;

/**
 * Keeps a connected account: its row first, which is unique by account, then the sealed credential, then its standing
 * orders. Every step may be repeated, so whoever takes over from a process that died completes what it began.
 */
public final class ConnectChannel {
    /** As many people may connect one channel again at once. */
    private static final int MOST_ROUNDS = 8;

    private final Channels channels;
    private final Credentials credentials;
    private final Sources sources;
    private final Agenda agenda;
    private final Announcer announcer;
    private final InstantSource clock;
    private final Duration poll;

    /** What connecting writes. */
    public record Stores(Channels channels, Credentials credentials, Sources sources, Agenda agenda) {}

    public ConnectChannel(Stores stores, Announcer announcer, InstantSource clock, Duration poll) {
        this.channels = stores.channels();
        this.credentials = stores.credentials();
        this.sources = stores.sources();
        this.agenda = stores.agenda();
        this.announcer = announcer;
        this.clock = clock;
        this.poll = poll;
    }

    Change<Channel> create(ChannelId id, Brand brand, Network network, Connecting.Connected connected) {
        var change = channels.create(new Channel(
                brand.workspace(),
                id,
                brand.id(),
                network.id(),
                connected.server(),
                connected.account(),
                connected.handle(),
                ChannelState.CONNECTED,
                "",
                clock.instant(),
                1));
        switch (change) {
            case Change.Done<Channel>(var made) -> complete(made, network, connected);
            case Change.Conflict<Channel>(var there) when there.id().equals(id) -> complete(there, network, connected);
            case Change.Conflict<Channel> _, Change.Missing<Channel> _, Change.Refused<Channel> _ -> {}
        }
        return change;
    }

    /**
     * A person has typed the credential of the same account again: it is kept, then the channel is connected, whoever
     * has changed it since it was read, then its waiting work is brought forward. Of two who do so at once the last
     * one's credential stands, and both are told that it is connected.
     */
    Change<Channel> renew(Channel channel, Network network, Connecting.Connected connected) {
        keep(channel, connected);
        var change = channels.change(again(channel, connected));
        for (var round = 1; round < MOST_ROUNDS; round++) {
            if (!(change instanceof Change.Conflict<Channel>(var there))) {
                break;
            }
            change = channels.change(again(there, connected));
        }
        if (change instanceof Change.Done<Channel>(var now)) {
            follow(now, network, connected);
        }
        return change;
    }

    private Channel again(Channel channel, Connecting.Connected connected) {
        return new Channel(
                channel.workspace(),
                channel.id(),
                channel.brand(),
                channel.network(),
                connected.server(),
                channel.account(),
                connected.handle(),
                ChannelState.CONNECTED,
                "",
                clock.instant(),
                channel.version());
    }

    private void complete(Channel channel, Network network, Connecting.Connected connected) {
        keep(channel, connected);
        follow(channel, network, connected);
    }

    /** Over whatever is there: what a person has just typed is the newest. */
    private void keep(Channel channel, Connecting.Connected connected) {
        for (var round = 1; round <= MOST_ROUNDS; round++) {
            var version = credentials
                    .open(channel.workspace(), channel.id(), true)
                    .map(Credentials.Opened::version)
                    .orElse(0L);
            if (credentials.replace(
                    channel.workspace(), channel.id(), connected.credential(), connected.expiresAt(), version)) {
                return;
            }
        }
        throw new IllegalStateException("the credential is being replaced by too many at once");
    }

    private void follow(Channel channel, Network network, Connecting.Connected connected) {
        orders(channel, network, connected.expiresAt());
        announcer.tell(new Event(
                channel.id() + ".connected." + channel.version(),
                Event.Type.CHANNEL_CONNECTED,
                channel.workspace(),
                clock.instant(),
                Map.of(
                        "brand", channel.brand().value(),
                        "channel", channel.id().value(),
                        "network", channel.network().value())));
    }

    private void orders(Channel channel, Network network, Instant expiresAt) {
        var now = clock.instant();
        renewal(channel, expiresAt, now);
        if (network.measures().isPresent()) {
            agenda.add(Kind.SNAPSHOT, new SnapshotOrder(channel.workspace(), channel.id(), channel.brand(), 0), now);
        }
        if (network.listens().isPresent()) {
            listening(notifications(channel, now), now);
        }
    }

    /** One that lasts has its order too: it is what tells a revoked credential from one that another worker renews. */
    private void renewal(Channel channel, Instant expiresAt, Instant now) {
        var refresh = new Refresh(channel.workspace(), channel.id(), expiresAt, 0, false);
        var due = expiresAt.equals(Instant.MAX)
                ? now.plus(Refresh.LOOKED_AFTER)
                : now.plus(Duration.between(now, expiresAt).dividedBy(2));
        if (!agenda.add(Kind.REFRESH, refresh, due)) {
            agenda.hasten(Kind.REFRESH, refresh, due);
        }
    }

    /** A source that met the channel disconnected waits longer than its interval: it need not any more. */
    private void listening(Source source, Instant now) {
        switch (sources.create(source, now)) {
            case Change.Done<Source> _ -> {}
            case Change.Conflict<Source>(var there) -> agenda.hasten(Kind.SOURCE, there, now);
            case Change.Missing<Source> _ -> {}
            case Change.Refused<Source> _ -> {}
        }
    }

    private Source notifications(Channel channel, Instant now) {
        return new Source(
                channel.workspace(),
                new SourceId(channel.id().value()),
                channel.brand(),
                channel.handle(),
                new Origin.Notifications(channel.id()),
                poll,
                SourceState.LISTENING,
                0,
                "",
                now,
                1);
    }
}
