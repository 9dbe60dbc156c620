package dev.parvis.functions.publish;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.parvis.domain.Fixtures;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.channels.Credential;
import dev.parvis.domain.networks.Connects;
import dev.parvis.domain.networks.Limits;
import dev.parvis.domain.networks.Network;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.networks.Publishes;
import dev.parvis.domain.posts.Attempt;
import dev.parvis.domain.posts.Content;
import dev.parvis.kernel.time.ManualClock;

/**
 * A network in memory that does what it is told at each send. Without a client key it is the worst there is: it posts
 * as often as it is asked to.
 */
final class ScriptedNetwork implements Network, Publishes, Connects {
    static final Duration SEND_TIMEOUT = Duration.ofSeconds(10);
    static final Duration QUIET = Duration.ofSeconds(120);

    private final ManualClock clock;
    private final Safety safety;
    private final Deque<Act> script = new ArrayDeque<>();
    final List<Posted> posted = new ArrayList<>();
    /** What each part was said to answer, by its key. */
    final Map<String, String> parents = new ConcurrentHashMap<>();

    Duration lag = Duration.ZERO;
    /** How long its list takes to be read. */
    Duration slowness = Duration.ZERO;

    int sends;
    int refreshes;
    boolean expired;
    /** Whoever wants to renew what has expired is told so. */
    boolean revoked;

    int unprepared;
    boolean leavesSomething;
    /** How many things must lie there before it can be sent: each is made in a step of its own. */
    int children;
    /** No earlier is it ready, however many lie there. */
    Instant readyAt = Instant.MIN;
    /** How long making one takes. */
    Duration making = Duration.ZERO;

    final List<String> made = new ArrayList<>();
    Runnable onStep = () -> {};
    /** Once what is shown was read, a hundred seconds before it goes out. */
    Runnable onRead = () -> {};
    /** What happens at each of these steps. */
    final Deque<Act> steps = new ArrayDeque<>();

    /** What happens at a send. */
    enum Act {
        TAKE,
        CUT_BEFORE,
        CUT_AFTER,
        /** Nobody learns that it never arrived. */
        LOST,
        DIE_BEFORE,
        DIE_AFTER,
        THROTTLE,
        REFUSE,
        /** Says no, and takes it all the same. */
        REFUSE_AND_TAKE
    }

    record Posted(String key, String text, Instant at, Instant createdAt) {}

    /** Stands for a process that ends: nothing of ours catches it. */
    static final class Died extends Error {
        private static final long serialVersionUID = 1L;

        Died() {
            super("died");
        }
    }

    ScriptedNetwork(ManualClock clock, Safety safety, Act... script) {
        this.clock = clock;
        this.safety = safety;
        this.script.addAll(List.of(script));
    }

    @Override
    public NetworkId id() {
        return Fixtures.SANDBOX;
    }

    @Override
    public String title() {
        return "Scripted";
    }

    @Override
    public Optional<Publishes> publishes() {
        return Optional.of(this);
    }

    @Override
    public Optional<Connects> connects() {
        return Optional.of(this);
    }

    @Override
    public Safety safety() {
        return safety;
    }

    @Override
    public Duration sendTimeout() {
        return SEND_TIMEOUT;
    }

    @Override
    public Duration quietTime() {
        return QUIET;
    }

    @Override
    public Limits limits(Connection connection) {
        return new Limits(300, Limits.Counting.GRAPHEMES, 0, 0, 4, 1_000_000, 1_000_000, 1000, Set.of("image/png"));
    }

    @Override
    public int length(Content content, Limits limits) {
        return content.text().length();
    }

    @Override
    public List<Violation> check(Content content, Limits limits) {
        return List.of();
    }

    @Override
    public synchronized Preparation prepare(Connection connection, Piece piece, MediaReader media) {
        var content = piece.content();
        var key = piece.key();
        if (unprepared > 0) {
            unprepared--;
            return new Preparation.Later("the server is busy", Duration.ZERO);
        }
        content.images().forEach(image -> media.read(image.mediaId(), 10_000));
        onRead.run();
        piece.above().ifPresent(above -> parents.put(key, above.answered()));
        if (children > 0 && !expired) {
            return stepped(piece);
        }
        return expired
                ? new Preparation.Expired()
                : new Preparation.Ready(key + "\n" + content.text(), "", content.text(), leavesSomething);
    }

    private Preparation stepped(Piece piece) {
        var there = piece.left().isEmpty() ? 0 : piece.left().split(",").length;
        var text = piece.content().text();
        if (there == children) {
            return clock.instant().isBefore(readyAt)
                    ? new Preparation.Step(piece.left(), Duration.ofSeconds(3))
                    : new Preparation.Ready(piece.key() + "\n" + text, piece.left(), text, true);
        }
        var act = steps.isEmpty() ? Act.TAKE : steps.poll();
        if (act == Act.DIE_BEFORE) {
            throw new Died();
        }
        if (act == Act.THROTTLE) {
            return new Preparation.Later("429", Duration.ofSeconds(30));
        }
        made.add(piece.key() + "/" + made.size());
        clock.advance(making);
        onStep.run();
        if (act == Act.DIE_AFTER) {
            throw new Died();
        }
        var one = Integer.toString(made.size() - 1);
        return new Preparation.Step(there == 0 ? one : piece.left() + "," + one, Duration.ZERO);
    }

    @Override
    public synchronized Sending send(Connection connection, String payload, Attempt attempt) {
        sends++;
        return switch (script.isEmpty() ? Act.TAKE : script.poll()) {
            case TAKE -> taken(payload, attempt);
            case CUT_BEFORE -> new Sending.NotTaken("connection refused", Duration.ZERO);
            case CUT_AFTER -> {
                take(payload, attempt);
                yield new Sending.Uncertain("reset");
            }
            case LOST -> new Sending.Uncertain("reset");
            case DIE_BEFORE -> throw new Died();
            case DIE_AFTER -> {
                take(payload, attempt);
                throw new Died();
            }
            case THROTTLE -> new Sending.NotTaken("429", Duration.ofSeconds(30));
            case REFUSE -> new Sending.Refused("text.too-long", "too long");
            case REFUSE_AND_TAKE -> {
                take(payload, attempt);
                yield new Sending.Refused("media", "no");
            }
        };
    }

    private Sending taken(String payload, Attempt attempt) {
        var text = payload.split("\n", 2)[1];
        var twin = posted.stream().filter(post -> post.text().equals(text)).findFirst();
        return safety == Safety.REFUSAL_NAMES_TWIN && twin.isPresent()
                ? new Sending.Twin(
                        nativeId(twin.get()),
                        "https://sandbox.example/p",
                        twin.get().at())
                : new Sending.Published(take(payload, attempt), "https://sandbox.example/p", clock.instant());
    }

    private String take(String payload, Attempt attempt) {
        var parts = payload.split("\n", 2);
        var known = safety == Safety.CLIENT_KEY
                && posted.stream().anyMatch(post -> post.key().equals(parts[0]));
        if (known) {
            return "native-" + parts[0];
        }
        var post = new Posted(parts[0], parts[1], clock.instant(), attempt.createdAt());
        posted.add(post);
        return nativeId(post);
    }

    /** No two posts of a network have the same: a second one under a key, where keys mean nothing, has one of its own. */
    private String nativeId(Posted post) {
        var before = posted.stream()
                .takeWhile(other -> other != post)
                .filter(other -> other.key().equals(post.key()))
                .count();
        return "native-" + post.key() + (before == 0 ? "" : "." + before);
    }

    @Override
    public synchronized Reconciliation reconcile(Connection connection, Attempt attempt, Set<String> others) {
        if (safety == Safety.REFUSAL_NAMES_TWIN) {
            return new Reconciliation.SendAgain("a second post of this text would be refused");
        }
        var visible = posted.stream()
                .filter(post -> post.text().equals(attempt.fingerprint()))
                .filter(post -> !others.contains(nativeId(post)))
                .filter(post -> !post.at().plus(lag).isAfter(clock.instant()))
                .findFirst();
        clock.advance(slowness);
        return visible.<Reconciliation>map(
                        post -> new Reconciliation.Found(nativeId(post), "https://sandbox.example/p"))
                .orElseGet(() -> new Reconciliation.Absent("read whole"));
    }

    @Override
    public Optional<String> nativeId(Channel channel, URI address) {
        throw new AssertionError("publishing asks nobody for addresses");
    }

    @Override
    public Removal delete(Connection connection, String nativeId) {
        return new Removal.Removed();
    }

    @Override
    public List<Field> fields() {
        return List.of();
    }

    @Override
    public Connecting connect(Map<String, String> answers) {
        return new Connecting.Unreachable("not scripted");
    }

    @Override
    public Renewal refresh(Connection connection) {
        refreshes++;
        if (revoked) {
            return new Renewal.Revoked("the owner has withdrawn it");
        }
        expired = false;
        return new Renewal.Renewed(
                new Credential(Map.of("token", "fresh")), clock.instant().plusSeconds(7200));
    }
}
