package dev.parvis.fakes.mastodon;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.http.FakeServer;
import dev.parvis.fakes.http.Faults;
import dev.parvis.fakes.http.Request;
import dev.parvis.fakes.http.RequestLog;
import dev.parvis.fakes.http.Response;
import dev.parvis.fakes.http.Router;
import dev.parvis.fakes.http.SteerableClock;
import dev.parvis.fakes.json.Json;

/** The server, running: its address, its people, what was posted, and the switches that are not of the protocol. */
public final class MastodonServer implements AutoCloseable {
    /** Somebody with an account and a token for everything. */
    public record Account(String id, String username, String token) {}

    /** A status: its plain text as it was sent, the key it came with, what it answers or empty, the answers of its poll. */
    public record Post(
            String id,
            String accountId,
            String text,
            Optional<String> key,
            String replyTo,
            String visibility,
            List<String> options) {}

    /** What the routes share. */
    record Rooms(
            MastodonOptions options,
            Clock clock,
            Ids ids,
            People people,
            Tokens tokens,
            Statuses statuses,
            Notices notices,
            Entities entities) {}

    private static final String APPLICATION = "Parvis";
    private static final Set<String> EVERYTHING = Set.of("read", "write");

    private final SteerableClock clock;
    private final Rooms rooms;
    private final FakeServer server;

    private MastodonServer(FakeServer.Options address, MastodonOptions options, SteerableClock clock) {
        this.clock = clock;
        var people = new People();
        var statuses = new Statuses(clock);
        var entities = new Entities(people, statuses, () -> uri().toString(), options.snac());
        this.rooms = new Rooms(
                options,
                clock,
                new Ids(clock, options.snac()),
                people,
                new Tokens(),
                statuses,
                new Notices(),
                entities);
        this.server = FakeServer.start(address, new Api(routes(), options, clock), clock);
    }

    /** Loopback, a free port, the wall clock, Mastodon's own ways. */
    public static MastodonServer start() {
        return start(MastodonOptions.MASTODON);
    }

    public static MastodonServer start(MastodonOptions options) {
        return start(FakeServer.Options.LOOPBACK, options, SteerableClock.on(Clock.systemUTC()));
    }

    public static MastodonServer start(FakeServer.Options address, MastodonOptions options, SteerableClock clock) {
        return new MastodonServer(address, options, clock);
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

    /** A new account, its password for the consent page, and a token of the application "Parvis" for read and write. */
    public Account account(String username, String password) {
        var person = new People.Person(rooms.ids.next(), username, password, clock.instant());
        rooms.people.add(person);
        Tokens.Token token = rooms.tokens.make(Optional.of(person), APPLICATION, EVERYTHING);
        return new Account(person.id(), username, token.value());
    }

    public void revoke(String token) {
        rooms.tokens.revoke(token);
    }

    /** Adds to what is counted: favourites, reblogs, replies, quotes of a status id; followers of an account id. */
    public void count(String id, String name, long more) {
        rooms.entities.add(id, name, more);
    }

    /** Every status there is, oldest first. */
    public List<Post> posts() {
        return rooms.statuses.all().stream()
                .map(status -> new Post(
                        status.id(),
                        status.author().id(),
                        status.text(),
                        status.key(),
                        status.replyTo(),
                        status.visibility(),
                        status.poll().map(Poll::options).orElse(List.of())))
                .toList();
    }

    /** The Status entity of an id, for webhooks about it. */
    public Map<String, @Nullable Object> status(String id) {
        return rooms.entities.status(rooms.statuses.get(id));
    }

    @Override
    public void close() {
        server.close();
    }

    private Router routes() {
        var router = new Router();
        new OAuthRoutes(rooms.people, rooms.tokens, clock).addTo(router);
        new AccountRoutes(rooms).addTo(router);
        new StatusRoutes(rooms).addTo(router);
        new MediaRoutes(rooms).addTo(router);
        return router.on(
                        "GET",
                        "/__posts",
                        _ -> Response.json(
                                200, posts().stream().map(MastodonServer::view).toList()))
                .on("POST", "/__accounts", this::account)
                .on("POST", "/__counts", this::count)
                .otherwise(_ -> {
                    throw new MastodonError(404, "Not Found");
                });
    }

    private Response account(Request request) {
        Map<String, @Nullable Object> order = request.json();
        Account account = account(Json.string(order, "username", ""), Json.string(order, "password", "password"));
        return Response.json(200, Json.object("id", account.id, "username", account.username, "token", account.token));
    }

    private Response count(Request request) {
        Map<String, @Nullable Object> order = request.json();
        String of = Json.string(order, "status", Json.string(order, "account", ""));
        order.forEach((name, more) -> {
            if (more instanceof Long number) count(of, name, number);
        });
        return Response.empty(204);
    }

    private static Map<String, @Nullable Object> view(Post post) {
        return Json.object("id", post.id, "account", post.accountId, "text", post.text, "key", post.key.orElse(null));
    }
}
