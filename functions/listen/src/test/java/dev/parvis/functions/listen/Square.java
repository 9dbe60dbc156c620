package dev.parvis.functions.listen;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.InMemoryStores;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.ChannelState;
import dev.parvis.domain.channels.Connections;
import dev.parvis.domain.channels.Credential;
import dev.parvis.domain.channels.Credentials;
import dev.parvis.domain.channels.Refresh;
import dev.parvis.domain.channels.Renewals;
import dev.parvis.domain.channels.Sealer;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.items.Handling;
import dev.parvis.domain.items.Interaction;
import dev.parvis.domain.mentions.Mention;
import dev.parvis.domain.mentions.Watching;
import dev.parvis.domain.networks.Connects.Connecting;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.networks.Networks;
import dev.parvis.domain.notices.Notices;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.sources.Drafting;
import dev.parvis.domain.sources.Origin;
import dev.parvis.domain.sources.Source;
import dev.parvis.domain.sources.SourceId;
import dev.parvis.domain.sources.SourceState;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.fakes.feeds.Entry;
import dev.parvis.fakes.feeds.Feed;
import dev.parvis.fakes.feeds.FeedFormat;
import dev.parvis.fakes.feeds.FeedHost;
import dev.parvis.fakes.http.FakeServer;
import dev.parvis.fakes.http.SteerableClock;
import dev.parvis.fakes.sandbox.SandboxOptions;
import dev.parvis.fakes.sandbox.SandboxServer;
import dev.parvis.kernel.config.HostPort;
import dev.parvis.kernel.http.out.Outbound;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.time.Deadline;
import dev.parvis.kernel.time.ManualClock;
import dev.parvis.networks.feeds.FeedReader;
import dev.parvis.networks.http.Quiet;
import dev.parvis.networks.sandbox.Sandbox;

/** A brand with an account on a sandbox and a feed of the neighbourhood, one clock for all of it, and the function. */
final class Square implements AutoCloseable {
    static final Duration EVERY = Duration.ofMinutes(5);
    static final String SAYS_IT = "J'adore la Boulangerie Lumière !";

    final ManualClock clock = new ManualClock(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    final SteerableClock there = SteerableClock.standingAt(clock.instant());
    final SandboxServer sandbox = SandboxServer.start(FakeServer.Options.LOOPBACK, SandboxOptions.QUIET, there);
    final FeedHost host = FeedHost.start(FakeServer.Options.LOOPBACK, there);
    final WorkspaceId workspace = Fixtures.workspaceId();
    final BrandId brand = Fixtures.brandId();
    final ChannelId channel = Fixtures.channelId();
    final SourceId notifications = new SourceId(channel.value());
    final List<Event> told = Collections.synchronizedList(new ArrayList<>());
    final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    final Ports ports;
    final Networks networks;
    private final Outbound outbound;
    private Ports.Faults faults = Ports.Faults.NONE;

    Square() {
        this(clock -> Ports.of(new InMemoryStores(clock, Duration.ofMinutes(3))));
    }

    Square(Function<InstantSource, Ports> opened) {
        ports = opened.apply(clock);
        outbound = new Outbound(
                InstantSource.system(),
                Set.of(
                        HostPort.of(sandbox.uri()).orElseThrow(),
                        HostPort.of(host.uri()).orElseThrow()));
        networks = new Networks(List.of(new Sandbox(outbound, clock, Quiet.DEFAULT)));
        ports.workspaces().create(Fixtures.workspace(workspace), Fixtures.owner(workspace, "lea"));
        ports.brands().create(Fixtures.brand(workspace, brand));
    }

    /** Connects the account and listens to it. */
    Square connected() {
        var connected = (Connecting.Connected) networks.find(Sandbox.ID)
                .orElseThrow()
                .connects()
                .orElseThrow()
                .connect(Map.of("server", sandbox.uri().toString(), "account", "lumiere"));
        ports.channels().create(channelOf(channel, Sandbox.ID));
        credentials(ports).replace(workspace, channel, connected.credential(), connected.expiresAt(), 0);
        ports.agenda()
                .add(
                        Kind.REFRESH,
                        new Refresh(workspace, channel, connected.expiresAt(), 0, false),
                        clock.instant().plusSeconds(450));
        ports.sources().create(source(notifications, new Origin.Notifications(channel)), clock.instant());
        return this;
    }

    Channel channelOf(ChannelId id, NetworkId network) {
        return new Channel(
                workspace,
                id,
                brand,
                network,
                sandbox.uri(),
                "lumiere",
                "lumiere",
                ChannelState.CONNECTED,
                "",
                clock.instant(),
                1);
    }

    /** A channel of a network that this function does not know. */
    ChannelId unheardOf() {
        var id = Fixtures.channelId();
        ports.channels().create(channelOf(id, new NetworkId("elsewhere")));
        credentials(ports).replace(workspace, id, new Credential(Map.of()), Instant.MAX, 0);
        return id;
    }

    SourceId listenTo(ChannelId id) {
        var source = new SourceId(Fixtures.id());
        ports.sources().create(source(source, new Origin.Notifications(id)), clock.instant());
        return source;
    }

    Feed feed(String name) {
        return host.feed(name, FeedFormat.RSS);
    }

    SourceId follow(URI url) {
        var id = new SourceId(Fixtures.id());
        ports.sources().create(source(id, new Origin.Feed(url)), clock.instant());
        return id;
    }

    /** Its new entries become drafts for the channel. */
    SourceId draft(URI url, String template) {
        var id = new SourceId(Fixtures.id());
        var drafting = new Drafting(template, "Carte", List.of(channel));
        ports.sources().create(source(id, new Origin.Drafts(url, drafting)), clock.instant());
        return id;
    }

    /** This month's, in the order in which they were made. */
    List<Post> drafts() {
        return ports.posts()
                .calendar(
                        workspace,
                        brand,
                        YearMonth.from(clock.instant().atOffset(ZoneOffset.UTC)),
                        PageRequest.first(100))
                .items();
    }

    private Source source(SourceId id, Origin origin) {
        return new Source(
                workspace, id, brand, "La place", origin, EVERY, SourceState.LISTENING, 0, "", clock.instant(), 1);
    }

    void entry(Feed feed, String id, String text) {
        feed.add(new Entry("tag:blog.example," + id, text, "/a/" + id, "", "Léa", clock.instant()));
    }

    void with(Ports.Faults now) {
        faults = now;
    }

    /** One tick of a process that has just started. */
    ListenDue.Summary tick() {
        return due().tick(Deadline.in(Duration.ofSeconds(120)));
    }

    void pass(Duration time) {
        clock.advance(time);
        there.advance(time);
    }

    /** The next poll's time has come. */
    ListenDue.Summary later() {
        pass(EVERY);
        return tick();
    }

    private ListenDue due() {
        var p = ports.behind(faults);
        var log = new Log(new PrintStream(lines, true, StandardCharsets.UTF_8), clock);
        var notices = new Notices(p.agenda(), p.endpoints(), told::add, clock);
        var credentials = credentials(p);
        var renewals = new Renewals(
                new Renewals.Stores(p.agenda(), p.channels(), credentials), networks, notices, clock, new Random(1));
        var access = new Notifications.Access(new Connections(p.channels(), credentials), renewals, networks);
        var stores = new Feeds.Stores(p.sources(), p.brands());
        var finds = new Finds(p.items(), new Watching(p.brands(), p.mentions(), notices), told::add);
        var drafts = new Drafts(new Drafts.Stores(p.sources(), p.posts(), p.channels(), p.sheets()), clock);
        var outcomes = new Outcomes(p.agenda(), notices, clock, log);
        var polls = new ListenDue.Polls(
                new Notifications(access, p.sources(), finds, outcomes),
                new Feeds(new FeedReader(outbound, clock), stores, new Feeds.Keeping(finds, drafts), outcomes));
        return new ListenDue(p.agenda(), polls, outcomes, clock, log);
    }

    private static Credentials credentials(Ports ports) {
        return new Credentials(ports.credentials(), new Open());
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

    Source source(SourceId id) {
        return ports.sources().find(workspace, id).orElseThrow();
    }

    List<Interaction> inbox() {
        return ports.items()
                .inbox(workspace, brand, Handling.NEW, PageRequest.first(100))
                .items();
    }

    List<Mention> mentions() {
        return ports.mentions()
                .list(
                        workspace,
                        brand,
                        clock.instant().minus(Duration.ofDays(1)),
                        clock.instant().plusSeconds(1),
                        PageRequest.first(100))
                .items();
    }

    /** The ids of what was told of this type, each once. */
    Set<String> told(Event.Type type) {
        var ids = new TreeSet<String>();
        List.copyOf(told).stream().filter(event -> event.type() == type).forEach(event -> ids.add(event.id()));
        return ids;
    }

    String log() {
        return lines.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        host.close();
        sandbox.close();
    }
}
