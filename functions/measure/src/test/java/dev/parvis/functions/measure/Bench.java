package dev.parvis.functions.measure;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import dev.parvis.domain.Breaking;
import dev.parvis.domain.Fixtures;
import dev.parvis.domain.InMemoryStores;
import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.channels.Connections;
import dev.parvis.domain.channels.Credential;
import dev.parvis.domain.channels.CredentialStore;
import dev.parvis.domain.channels.Credentials;
import dev.parvis.domain.channels.Refresh;
import dev.parvis.domain.channels.Renewals;
import dev.parvis.domain.channels.Sealer;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.metrics.Reading;
import dev.parvis.domain.metrics.Snapshot;
import dev.parvis.domain.metrics.SnapshotOrder;
import dev.parvis.domain.metrics.Snapshots;
import dev.parvis.domain.networks.Networks;
import dev.parvis.domain.notices.Endpoints;
import dev.parvis.domain.notices.Notices;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Publication;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.time.Deadline;
import dev.parvis.kernel.time.ManualClock;

/** The function over ports in memory, a channel that is to be measured, and a clock that moves only when told. */
final class Bench {
    static final Duration LEASE = Duration.ofMinutes(3);
    static final ZoneId PARIS = Fixtures.PARIS;

    final ManualClock clock;
    final InMemoryStores stores;
    final ToldNetwork network = new ToldNetwork();
    final Channel channel;
    final List<Event> told = new ArrayList<>();

    private final Sealer open = new Sealer() {
        @Override
        public byte[] seal(byte[] plain, String sealedFor) {
            return plain.clone();
        }

        @Override
        public byte[] open(byte[] sealed, String sealedFor) {
            return sealed.clone();
        }
    };

    Bench(String now) {
        clock = ManualClock.at(now);
        stores = new InMemoryStores(clock, LEASE);
        var workspace = Fixtures.workspaceId();
        var brand = Fixtures.brandId();
        stores.workspaces().create(Fixtures.workspace(workspace), Fixtures.owner(workspace, "lea"));
        stores.brands().create(Fixtures.brand(workspace, brand));
        channel = Fixtures.channel(workspace, brand, Fixtures.channelId());
        stores.channels().create(channel);
        credentials(stores.credentials())
                .replace(workspace, channel.id(), new Credential(Map.of("token", "first")), Instant.MAX, 0);
        var refresh = new Refresh(workspace, channel.id(), clock.instant().plusSeconds(7200), 0, false);
        stores.agenda().add(Kind.REFRESH, refresh, clock.instant().plusSeconds(3600));
        stores.agenda().add(Kind.SNAPSHOT, new SnapshotOrder(workspace, channel.id(), brand, 0), clock.instant());
    }

    private Credentials credentials(CredentialStore store) {
        return new Credentials(store, open);
    }

    MeasureDue.Summary run() {
        return run(new Breaking(0, false));
    }

    MeasureDue.Summary run(Breaking breaking) {
        var agenda = breaking.port(Agenda.class, stores.agenda());
        var channels = breaking.port(Channels.class, stores.channels());
        var credentials = credentials(breaking.port(CredentialStore.class, stores.credentials()));
        var log = new Log(new PrintStream(new ByteArrayOutputStream()), clock);
        var networks = new Networks(List.of(network));
        var notices = new Notices(
                agenda, breaking.port(Endpoints.class, stores.endpoints()), event -> told.add(event), clock);
        var renewals = new Renewals(
                new Renewals.Stores(agenda, channels, credentials), networks, notices, clock, new Random(1));
        var figures = new ChannelFigures(networks, new Connections(channels, credentials), renewals, clock);
        var measurer = new Measurer(
                new Measurer.Stores(agenda, breaking.port(Brands.class, stores.brands()), channels),
                new Measurer.Steps(
                        new RecentPosts(breaking.port(Posts.class, stores.posts())),
                        figures,
                        new DayRows(breaking.port(Snapshots.class, stores.snapshots()))),
                clock,
                log);
        return new MeasureDue(agenda, () -> measurer, clock, log).run(Deadline.in(Duration.ofMinutes(5)));
    }

    /** A post of ours that went out on the channel. */
    PostId published(Instant at, String nativeId) {
        var post = Fixtures.post(channel.workspace(), channel.brand(), at);
        var target = Fixtures.target(post, channel.id());
        stores.posts()
                .create(
                        post,
                        List.of(new Target(
                                target.workspace(),
                                target.post(),
                                target.channel(),
                                target.brand(),
                                target.network(),
                                target.revision(),
                                TargetState.PUBLISHED,
                                target.dueAt(),
                                target.lateness(),
                                1,
                                "",
                                Optional.empty(),
                                Optional.of(
                                        new Publication(nativeId, "https://social.example/" + nativeId, at, false)))));
        return post.id();
    }

    List<Snapshot> account(String from, String to) {
        return stores.snapshots()
                .account(channel.workspace(), channel.id(), LocalDate.parse(from), LocalDate.parse(to));
    }

    List<Snapshot> posts(String from, String to) {
        return stores.snapshots()
                .latestOfPosts(channel.workspace(), channel.id(), LocalDate.parse(from), LocalDate.parse(to));
    }

    Reading measured(long value) {
        return new Reading.Measured(value, "GET /figures", "count", clock.instant());
    }

    Reading failed() {
        return new Reading.Failed("503", clock.instant());
    }
}
