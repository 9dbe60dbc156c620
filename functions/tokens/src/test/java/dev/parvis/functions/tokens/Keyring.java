package dev.parvis.functions.tokens;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.InMemoryStores;
import dev.parvis.domain.MutableClock;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.channels.Connections;
import dev.parvis.domain.channels.Credential;
import dev.parvis.domain.channels.Credentials;
import dev.parvis.domain.channels.Opened;
import dev.parvis.domain.channels.Refresh;
import dev.parvis.domain.channels.Renewals;
import dev.parvis.domain.channels.Sealer;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.networks.Connects;
import dev.parvis.domain.networks.Network;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.networks.Networks;
import dev.parvis.domain.notices.Notices;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.time.Deadline;

/** The function over stores in memory. */
final class Keyring {
    static final Duration LEASE = Duration.ofMinutes(3);

    final MutableClock clock = new MutableClock(Fixtures.NOON);
    final InMemoryStores stores = new InMemoryStores(clock, LEASE);
    final List<Event> told = new ArrayList<>();
    final WorkspaceId workspace = Fixtures.workspaceId();
    final BrandId brand = Fixtures.brandId();
    final Issuer issuer = new Issuer();
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();

    /** Answers each refresh by what it is told, and counts. */
    static final class Issuer implements Network, Connects {
        Supplier<Renewal> next = Renewal.Lasting::new;
        final List<ChannelId> asked = new ArrayList<>();

        @Override
        public NetworkId id() {
            return Fixtures.SANDBOX;
        }

        @Override
        public String title() {
            return "Issuer";
        }

        @Override
        public Optional<Connects> connects() {
            return Optional.of(this);
        }

        @Override
        public List<Field> fields() {
            return List.of();
        }

        @Override
        public Connecting connect(Map<String, String> answers) {
            return new Connecting.Unreachable("not asked here");
        }

        @Override
        public synchronized Renewal refresh(Connection connection) {
            asked.add(connection.channel().id());
            return next.get();
        }
    }

    Keyring() {
        stores.workspaces().create(Fixtures.workspace(workspace), Fixtures.owner(workspace, "me"));
        stores.brands().create(Fixtures.brand(workspace, brand));
    }

    /** A channel whose credential dies after this long, its renewal due at half of it. */
    ChannelId channel(Duration life) {
        var id = Fixtures.channelId();
        var dies = clock.instant().plus(life);
        stores.channels().create(Fixtures.channel(workspace, brand, id));
        credentials().replace(workspace, id, new Credential(Map.of("token", "old")), dies, 0);
        stores.agenda()
                .add(
                        Kind.REFRESH,
                        new Refresh(workspace, id, dies, 0, false),
                        clock.instant().plus(life.dividedBy(2)));
        return id;
    }

    Credentials credentials() {
        return new Credentials(stores.credentials(), new Open());
    }

    /** Seals nothing: what is sealed is tested elsewhere. */
    private static final class Open implements Sealer {
        @Override
        public byte[] seal(byte[] plain, String sealedFor) {
            return plain;
        }

        @Override
        public byte[] open(byte[] sealed, String sealedFor) {
            return sealed;
        }
    }

    Renewals renewals() {
        var notices = new Notices(stores.agenda(), stores.endpoints(), told::add, clock);
        return new Renewals(
                new Renewals.Stores(stores.agenda(), stores.channels(), credentials()),
                new Networks(List.of(issuer)),
                notices,
                clock,
                new Random(7));
    }

    RefreshDue.Summary run() {
        var log = new Log(new PrintStream(logged, true, StandardCharsets.UTF_8), clock);
        return new RefreshDue(stores.agenda(), renewals(), clock, log).run(Deadline.in(Duration.ofMinutes(5)));
    }

    String token(ChannelId id) {
        return credentials()
                .open(workspace, id, true)
                .map(opened -> opened.credential().need("token"))
                .orElse("none");
    }

    Opened.Ready ready(ChannelId id) {
        return (Opened.Ready) new Connections(stores.channels(), credentials()).open(workspace, id);
    }

    Channel channel(ChannelId id) {
        return stores.channels().find(workspace, id).orElseThrow();
    }

    /** When the channel's renewal is due next, by looking ahead. */
    boolean isDueBy(Instant when) {
        var there = stores.agenda().claim(Kind.REFRESH, when, 1).claims();
        return !there.isEmpty();
    }

    String logged() {
        return logged.toString(StandardCharsets.UTF_8);
    }
}
