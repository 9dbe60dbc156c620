package dev.parvis.domain.preflight;

import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.InMemoryStores;
import dev.parvis.domain.MutableClock;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.channels.Credential;
import dev.parvis.domain.channels.Credentials;
import dev.parvis.domain.channels.Refresh;
import dev.parvis.domain.channels.Renewals;
import dev.parvis.domain.channels.Sealer;
import dev.parvis.domain.events.Event;
import dev.parvis.domain.files.Files;
import dev.parvis.domain.media.Examiner;
import dev.parvis.domain.media.Rights;
import dev.parvis.domain.networks.Connects;
import dev.parvis.domain.networks.ImageSize;
import dev.parvis.domain.networks.Limits;
import dev.parvis.domain.networks.Network;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.networks.Networks;
import dev.parvis.domain.networks.Publishes;
import dev.parvis.domain.networks.Publishes.Violation;
import dev.parvis.domain.networks.Terms;
import dev.parvis.domain.notices.Notices;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.workspaces.WorkspaceId;

/** A workspace whose posts are looked at before their time, on a network that answers as it is told. */
final class Watched {
    final MutableClock clock = new MutableClock(Fixtures.NOON);
    final InMemoryStores stores = new InMemoryStores(clock, Duration.ofMinutes(3));
    final WorkspaceId workspace = Fixtures.workspaceId();
    final BrandId brand = Fixtures.brandId();
    final Asked network = new Asked();
    final List<Event> told = new ArrayList<>();
    final Map<String, Files.Stored> files = new HashMap<>();
    final List<RuntimeException> faults = new ArrayList<>();
    double ratio = 1;
    /** How long each image moves. */
    Duration motion = Duration.ZERO;

    /** Publishes by name only: nothing is sent here. */
    static final class Asked implements Network, Connects {
        Standing standing = new Standing.Good();
        Renewal renewal = new Renewal.Lasting();
        boolean renews = true;
        Terms terms = Terms.NONE;
        List<Violation> violations = List.of();
        Runnable whileAsked = () -> {};
        int asked;

        @Override
        public NetworkId id() {
            return Fixtures.SANDBOX;
        }

        @Override
        public String title() {
            return "Asked";
        }

        @Override
        public Optional<Connects> connects() {
            return Optional.of(this);
        }

        @Override
        public Optional<Publishes> publishes() {
            return Optional.of((Publishes) Proxy.newProxyInstance(
                    Publishes.class.getClassLoader(),
                    new Class<?>[] {Publishes.class},
                    (proxy, method, args) -> switch (method.getName()) {
                        case "limits" -> limits();
                        case "imageSize" -> ImageSize.of(limits(), 2_000);
                        case "check" -> violations;
                        default -> throw new AssertionError("not asked here: " + method);
                    }));
        }

        private Limits limits() {
            return new Limits(300, Limits.Counting.GRAPHEMES, 0, 0, 4, 1, 1, 1000, Set.of("image/png")).with(terms);
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
        public boolean renews() {
            return renews;
        }

        @Override
        public Standing standing(Connection connection) {
            asked++;
            whileAsked.run();
            return standing;
        }

        @Override
        public Renewal refresh(Connection connection) {
            return renewal;
        }
    }

    Watched() {
        stores.workspaces().create(Fixtures.workspace(workspace), Fixtures.owner(workspace, "me"));
        stores.brands().create(Fixtures.brand(workspace, brand));
    }

    ChannelId channel(Instant dies) {
        var id = Fixtures.channelId();
        stores.channels().create(Fixtures.channel(workspace, brand, id));
        credentials().replace(workspace, id, new Credential(Map.of("token", "t")), dies, 0);
        stores.agenda().add(Kind.REFRESH, new Refresh(workspace, id, dies, 0, false), dies);
        return id;
    }

    Post post(Duration ahead, ChannelId... channels) {
        return post(Fixtures.content("Du pain frais"), ahead, channels);
    }

    Post post(Content content, Duration ahead, ChannelId... channels) {
        var at = clock.instant().plus(ahead);
        var plain = Fixtures.post(workspace, brand, at);
        var post = new Post(workspace, plain.id(), brand, content, plain.schedule(), 1, "lea", clock.instant(), 1);
        var targets = List.of(channels).stream()
                .map(channel -> Fixtures.target(post, channel))
                .toList();
        stores.posts().create(post, targets);
        return post;
    }

    /** The post as it was, at another time. */
    void move(Post post, Duration ahead) {
        var whole = stores.posts().find(workspace, post.id()).orElseThrow();
        var at = clock.instant().plus(ahead);
        var schedule = new Schedule(at.atZone(Fixtures.PARIS).toLocalDateTime(), Fixtures.PARIS, at);
        var moved = new Post(
                workspace,
                post.id(),
                brand,
                post.content(),
                Optional.of(schedule),
                whole.post().revision(),
                "lea",
                post.createdAt(),
                whole.post().version());
        stores.posts()
                .change(
                        moved,
                        whole.targets().stream()
                                .map(target -> Fixtures.target(moved, target.channel()))
                                .toList());
    }

    Content.Image image(long bytes) {
        return image(bytes, Rights.UNSAID);
    }

    Content.Image image(long bytes, Rights rights) {
        var media = Fixtures.media(workspace, brand, clock.instant()).with(rights);
        stores.media().create(media);
        files.put(media.fileKey(), new Files.Stored(media.type(), bytes, "tag"));
        return new Content.Image(media.id().value(), "La vitrine");
    }

    Sweep.Swept sweep() {
        return sweep(() -> true);
    }

    Sweep.Swept sweep(BooleanSupplier timeForOne) {
        var notices = new Notices(stores.agenda(), stores.endpoints(), told::add, clock);
        var renewals = new Renewals(
                new Renewals.Stores(stores.agenda(), stores.channels(), credentials()),
                new Networks(List.of(network)),
                notices,
                clock,
                new Random(7));
        var preflight = new Preflight(
                new Accounts(stores.channels(), credentials(), new Networks(List.of(network)), renewals),
                new Pictures(
                        stores.media(),
                        () -> bucket(),
                        (type, file) -> new Examiner.Finding.Sound(1, 1, motion),
                        bytes -> OptionalDouble.of(ratio)),
                stores.slots());
        return new Sweep(
                        new Sweep.Stores(stores.posts(), stores.checks()),
                        () -> preflight,
                        notices,
                        clock,
                        (ahead, fault) -> faults.add(fault))
                .run(timeForOne);
    }

    List<String> problems() {
        return told.stream()
                .filter(event -> event.type() == Event.Type.POST_AT_RISK)
                .map(event -> event.detail().get("stage") + " "
                        + event.detail().get("problems").replaceAll("\\S+:", ""))
                .toList();
    }

    List<Finding> findings(Post post) {
        return stores.checks().find(workspace, post.id()).orElseThrow().findings();
    }

    Credentials credentials() {
        return new Credentials(stores.credentials(), new Sealer() {
            @Override
            public byte[] seal(byte[] plain, String sealedFor) {
                return plain;
            }

            @Override
            public byte[] open(byte[] sealed, String sealedFor) {
                return sealed;
            }
        });
    }

    private Files bucket() {
        return (Files) Proxy.newProxyInstance(
                Files.class.getClassLoader(),
                new Class<?>[] {Files.class},
                (proxy, method, args) -> switch (method.getName()) {
                    case "look" -> Optional.ofNullable(files.get((String) args[0]));
                    case "open" -> Optional.of(new ByteArrayInputStream(new byte[1]));
                    case "read" -> Optional.of(new byte[1]);
                    default -> throw new AssertionError("not asked here: " + method);
                });
    }
}
