package dev.parvis.functions.publish;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.InMemoryStores;
import dev.parvis.domain.Stores;
import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.audit.Audit;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Connections;
import dev.parvis.domain.channels.Credential;
import dev.parvis.domain.channels.Credentials;
import dev.parvis.domain.channels.Refresh;
import dev.parvis.domain.channels.Renewals;
import dev.parvis.domain.channels.Sealer;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.files.InMemoryFiles;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.media.MediaId;
import dev.parvis.domain.media.MediaLibrary;
import dev.parvis.domain.networks.Networks;
import dev.parvis.domain.notices.Notices;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Holds;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.posts.Target;
import dev.parvis.domain.posts.TargetState;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.time.Deadline;
import dev.parvis.kernel.time.ManualClock;
import dev.parvis.networks.assisted.Assisted;
import dev.parvis.networks.images.ImageSizer;
import dev.parvis.networks.originals.Examination;
import dev.parvis.vault.SealedTokens;

/** The publishing engine on a manual clock, over ports in memory that a test may put a fault before. */
final class Engine {
    static final Instant DUE = Instant.parse("2026-11-21T12:00:00Z");
    static final Duration LEASE = Duration.ofSeconds(180);

    final ManualClock clock = new ManualClock(DUE.minusSeconds(100));
    final InMemoryStores stores = new InMemoryStores(clock, LEASE);
    static final byte[] PNG = drawn();

    final InMemoryFiles files = new InMemoryFiles();
    final List<Event> told = new ArrayList<>();
    final ScriptedNetwork network;
    final WorkspaceId workspace = Fixtures.workspaceId();
    final BrandId brand = Fixtures.brandId();
    final ChannelId channel = Fixtures.channelId();
    private final Faults faults;

    static {
        // A death on a worker's thread is part of the test; anything else is shown.
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {
            if (!(thrown instanceof ScriptedNetwork.Died)) {
                throw new AssertionError("a worker ended by something else than its death", thrown);
            }
        });
    }

    /** What stands between the engine and its ports. */
    interface Faults {
        Faults NONE = new Faults() {};

        default <P> P before(Class<P> port, P real) {
            return real;
        }
    }

    Engine(ScriptedNetwork.Act... script) {
        this(dev.parvis.domain.networks.Publishes.Safety.RECONCILE, Faults.NONE, script);
    }

    Engine(dev.parvis.domain.networks.Publishes.Safety safety, Faults faults, ScriptedNetwork.Act... script) {
        this.network = new ScriptedNetwork(clock, safety, script);
        this.faults = faults;
        stores.workspaces().create(Fixtures.workspace(workspace), Fixtures.owner(workspace, "me"));
        stores.brands().create(Fixtures.brand(workspace, brand));
        stores.channels().create(Fixtures.channel(workspace, brand, channel));
        credentials().replace(workspace, channel, new Credential(Map.of("token", "t")), Instant.MAX, 0);
        stores.agenda()
                .add(
                        Kind.REFRESH,
                        new Refresh(workspace, channel, DUE.plusSeconds(7200), 0, false),
                        DUE.plusSeconds(3600));
    }

    Credentials credentials() {
        return new Credentials(stores.credentials(), new Open());
    }

    /** Seals nothing: what is sealed is tested elsewhere. */
    static final class Open implements Sealer {
        @Override
        public byte[] seal(byte[] plain, String sealedFor) {
            return plain;
        }

        @Override
        public byte[] open(byte[] sealed, String sealedFor) {
            return sealed;
        }
    }

    /** A media of the brand that was declared; {@code files} has it once it is uploaded. */
    Media media() {
        var media = new Media(
                workspace,
                new MediaId(Fixtures.id()),
                brand,
                "a.png",
                "image/png",
                PNG.length,
                "",
                DUE.minusSeconds(60),
                1);
        stores.media().create(media);
        return media;
    }

    /** A media whose file is there. */
    Media uploaded() {
        var media = media();
        files.create(media.fileKey(), "image/png", PNG);
        return media;
    }

    private static byte[] drawn() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    PostId schedule(String text) {
        return schedule(text, List.of());
    }

    PostId schedule(String text, List<Content.Image> images) {
        return schedule(new Content(text, Optional.empty(), images, "fr"));
    }

    PostId schedule(Content content) {
        var id = new PostId(Fixtures.id());
        var post = new Post(
                workspace,
                id,
                brand,
                content,
                Optional.of(new Schedule(DUE.atZone(ZoneOffset.UTC).toLocalDateTime(), ZoneOffset.UTC, DUE)),
                1,
                "me",
                DUE.minusSeconds(3600),
                1);
        stores.posts().create(post, List.of(target(id, 1)));
        return id;
    }

    Target target(PostId post, long revision) {
        return new Target(
                workspace,
                post,
                channel,
                brand,
                Fixtures.SANDBOX,
                revision,
                TargetState.SCHEDULED,
                DUE,
                Duration.ofMinutes(15),
                0,
                "",
                Optional.empty(),
                Optional.empty());
    }

    Target now(PostId post) {
        return stores.posts().find(workspace, post).orElseThrow().targets().getFirst();
    }

    /** One tick of a process that has just started; one that dies has seen nothing through. */
    PublishDue.Summary tick() {
        try {
            return due().tick(Deadline.in(Duration.ofSeconds(300), () -> Duration.between(DUE, clock.instant())
                    .toNanos()));
        } catch (ScriptedNetwork.Died died) {
            return new PublishDue.Summary(0, 1, 0, Optional.empty());
        }
    }

    /** Ticks each minute until the targets' stories have ended, or for so many minutes. */
    void ticks(int minutes) {
        for (var minute = 0; minute < minutes; minute++) {
            tick();
            clock.advance(Duration.ofSeconds(60));
        }
    }

    /** What a worker writes with. */
    Outcomes outcomes() {
        var notices = new Notices(stores.agenda(), stores.endpoints(), told::add, clock);
        return new Outcomes(new Outcomes.Stores(stores.agenda(), notices, stores.audit()), clock, log());
    }

    private Log log() {
        return new Log(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8), clock);
    }

    private PublishDue due() {
        Stores s = stores;
        var agenda = faults.before(Agenda.class, s.agenda());
        var posts = faults.before(Posts.class, s.posts());
        var holds = faults.before(Holds.class, s.holds());
        var audit = faults.before(Audit.class, s.audit());
        var log = log();
        var notices = new Notices(agenda, s.endpoints(), told::add, clock);
        var connections = new Connections(s.channels(), credentials());
        var networks = new Networks(List.of(network, new Assisted()));
        var renewals = new Renewals(
                new Renewals.Stores(agenda, s.channels(), credentials()), networks, notices, clock, new Random(1));
        var outcomes = new Outcomes(new Outcomes.Stores(agenda, notices, audit), clock, log);
        var pace = new Sender.Pace(clock, clock.sleeper(), Gates.OF_THREADS);
        var media = new BucketMedia(
                new BucketMedia.Stores(faults.before(MediaLibrary.class, s.media()), () -> files),
                new BucketMedia.Looks(new Examination(), new ImageSizer()),
                clock);
        var sender = new Sender(new Sender.Stores(agenda, posts, holds), media, outcomes, pace);
        var finder = new Finder(new OwnedPosts(posts), outcomes, clock, ScriptedNetwork.QUIET);
        var byPerson = new ByPerson(
                new Sender.Stores(agenda, posts, holds), new SealedTokens(new Open(), clock), media, outcomes, pace);
        var run = new TargetRun(
                agenda,
                new TargetRun.Access(connections, renewals, networks),
                new TargetRun.Steps(sender, finder, byPerson),
                outcomes,
                clock);
        var settings = new PublishDue.Settings(Duration.ofSeconds(150), LEASE, 50, 1_500);
        return new PublishDue(agenda, run, settings, new PublishDue.Hands(Threads::new, Gates.OF_THREADS), clock, log);
    }
}
