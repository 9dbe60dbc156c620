package dev.parvis.networks;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.ChannelState;
import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.items.Handling;
import dev.parvis.domain.items.Interaction;
import dev.parvis.domain.items.Item;
import dev.parvis.domain.networks.Connects;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.networks.Publishes;
import dev.parvis.domain.networks.Publishes.Preparation;
import dev.parvis.domain.posts.Answered;
import dev.parvis.domain.posts.Attempt;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.kernel.config.HostPort;
import dev.parvis.kernel.http.out.Outbound;

/** What tests of connectors need around them: a connection as the engine would hold it, an attempt as it would write it. */
public final class Desk {
    public static final WorkspaceId WORKSPACE = new WorkspaceId("01JD0000000000000000000001");
    public static final BrandId BRAND = new BrandId("01JD0000000000000000000002");
    public static final ChannelId CHANNEL = new ChannelId("01JD0000000000000000000003");

    private Desk() {}

    /** Lets calls through to this server on loopback, and to no other. */
    public static Outbound outbound(URI server) {
        return new Outbound(InstantSource.system(), Set.of(new HostPort(server.getHost(), server.getPort())));
    }

    public static Connection connection(NetworkId network, Connects.Connecting connecting) {
        if (!(connecting instanceof Connects.Connecting.Connected connected)) {
            throw new AssertionError("not connected: " + connecting);
        }
        var channel = new Channel(
                WORKSPACE,
                CHANNEL,
                BRAND,
                network,
                connected.server(),
                connected.account(),
                connected.handle(),
                ChannelState.CONNECTED,
                "",
                Instant.EPOCH,
                1);
        return new Connection(channel, connected.credential());
    }

    public static Preparation.Ready ready(Preparation preparation) {
        if (!(preparation instanceof Preparation.Ready ready)) {
            throw new AssertionError("not ready: " + preparation);
        }
        return ready;
    }

    /** What answers an item that this channel has found. */
    public static Answered answered(Connection connection, Item item) {
        return Answered.to(new Interaction(item, BRAND, connection.channel().id(), Handling.NEW, "", 1));
    }

    /** The first part of an answer. */
    public static Publishes.Piece answer(Content content, Answered item, String key, Instant createdAt) {
        return new Publishes.Piece(
                content.answering(Optional.of(item)), key, createdAt, Optional.of(new Publishes.Above.Theirs(item)));
    }

    /** A post's first part. */
    public static Publishes.Piece piece(Content content, String key, Instant createdAt) {
        return new Publishes.Piece(content, key, createdAt, Optional.empty());
    }

    /** As the engine writes it before the send; the call is over when the test asks. */
    public static Attempt attempt(String key, Preparation.Ready ready, Instant createdAt, Instant startedAt) {
        return new Attempt(key, ready.fingerprint(), createdAt, startedAt, startedAt, ready.trace());
    }
}
