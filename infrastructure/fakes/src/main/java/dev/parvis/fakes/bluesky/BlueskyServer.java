package dev.parvis.fakes.bluesky;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.http.FakeServer;
import dev.parvis.fakes.http.Faults;
import dev.parvis.fakes.http.Request;
import dev.parvis.fakes.http.RequestLog;
import dev.parvis.fakes.http.Response;
import dev.parvis.fakes.http.Router;
import dev.parvis.fakes.http.SteerableClock;
import dev.parvis.fakes.json.Json;

/** The network, running: its address, its people, what was posted, and the switches that are not of the protocol. */
public final class BlueskyServer implements AutoCloseable {
    static final String SERVICE_DID = "did:web:localhost";

    /** A post at its source, whether or not the AppView shows it. */
    public record Post(String uri, String cid, String did, String text, Map<String, @Nullable Object> record) {}

    private final SteerableClock clock;
    private final Accounts accounts = new Accounts();
    private final Views.Extra extra = new Views.Extra();
    private final Repos repos;
    private final FakeServer server;

    private BlueskyServer(FakeServer.Options address, BlueskyOptions options, SteerableClock clock) {
        this.clock = clock;
        this.repos = new Repos(clock);
        this.server = FakeServer.start(address, routes(options), clock);
    }

    /** Loopback, a free port, the wall clock, the real limits. */
    public static BlueskyServer start() {
        return start(FakeServer.Options.LOOPBACK, BlueskyOptions.REAL, SteerableClock.on(Clock.systemUTC()));
    }

    public static BlueskyServer start(FakeServer.Options address, BlueskyOptions options, SteerableClock clock) {
        return new BlueskyServer(address, options, clock);
    }

    public URI uri() {
        return server.uri();
    }

    public Faults faults() {
        return server.faults();
    }

    public RequestLog log() {
        return server.log();
    }

    public SteerableClock clock() {
        return clock;
    }

    public FakeServer server() {
        return server;
    }

    /** A new account; {@code handle} such as {@code alice.test}. */
    public Account account(String handle, String password) {
        return accounts.add(handle, password);
    }

    /** Records written from now on are not shown for {@code time} and by the next {@code reads} reads of the AppView. */
    public void lag(Duration time, int reads) {
        repos.lag(time, reads);
    }

    /** Adds to what the AppView counts: likes, reposts, replies, quotes, bookmarks of a URI; followers, follows of a DID. */
    public void count(String uriOrDid, String name, long more) {
        extra.add(uriOrDid, name, more);
    }

    /** Every post of every repository, in the order of arrival. */
    public List<Post> posts() {
        return repos.all(Views.POST).stream()
                .map(record -> new Post(record.uri(), record.cid(), record.did(), record.text(), record.value()))
                .toList();
    }

    @Override
    public void close() {
        server.close();
    }

    private Router routes(BlueskyOptions options) {
        var xrpc = new Xrpc(clock);
        var sessions = new SessionMethods(accounts, new Sessions(clock, options), options, clock, () -> server().uri());
        sessions.addTo(xrpc);
        new RepoMethods(accounts, sessions, repos, new Blobs(), options, clock).addTo(xrpc);
        new FeedMethods(sessions, accounts, this::look).addTo(xrpc);
        new ActorMethods(sessions, accounts, this::look, clock).addTo(xrpc);
        return new Router()
                .on(
                        "GET",
                        "/__posts",
                        _ -> Response.json(
                                200, posts().stream().map(BlueskyServer::view).toList()))
                .on("POST", "/__lag", this::lag)
                .on("POST", "/__counts", this::count)
                .otherwise(xrpc);
    }

    private Views look() {
        repos.read();
        return new Views(repos, accounts, extra);
    }

    private Response lag(Request request) {
        Map<String, @Nullable Object> order = request.json();
        lag(Duration.ofMillis(Json.number(order, "millis", 0)), (int) Json.number(order, "reads", 0));
        return Response.empty(204);
    }

    private Response count(Request request) {
        Map<String, @Nullable Object> order = request.json();
        String of = Json.string(order, "uri", Json.string(order, "did", ""));
        order.forEach((name, more) -> {
            if (more instanceof Long number) count(of, name, number);
        });
        return Response.empty(204);
    }

    private static Map<String, @Nullable Object> view(Post post) {
        return Json.object("uri", post.uri, "cid", post.cid, "did", post.did, "text", post.text, "record", post.record);
    }
}
