package dev.parvis.fakes.sandbox;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.http.FakeServer;
import dev.parvis.fakes.http.Faults;
import dev.parvis.fakes.http.Handler;
import dev.parvis.fakes.http.RateLimit;
import dev.parvis.fakes.http.Request;
import dev.parvis.fakes.http.RequestLog;
import dev.parvis.fakes.http.Response;
import dev.parvis.fakes.http.Router;
import dev.parvis.fakes.http.SteerableClock;
import dev.parvis.fakes.json.Json;
import dev.parvis.fakes.json.MalformedJson;

/** The sandbox, running. What it answers is in the description of this package. */
public final class SandboxServer implements AutoCloseable {
    /** What was published and is still there. */
    public record Published(String id, String key, String account, String text, String replyTo) {}

    private static final List<String> API = List.of("/sandbox/", "/gallery/", "/echo/");

    private final SteerableClock clock;
    private final State state;
    private final Town town;
    private final Passes passes;
    private final Gallery gallery;
    private final HookRoutes hooks;
    private final RateLimit requests;
    private final FakeServer server;
    private final ScheduledExecutorService ticker =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());

    private SandboxServer(FakeServer.Options address, SandboxOptions options, SteerableClock clock) {
        this.clock = clock;
        this.state = new State(options.folder());
        this.town = new Town(state, clock, options.people(), () -> uri().toString());
        this.passes = new Passes(state, clock, options.accessLife());
        this.gallery = new Gallery(state, clock);
        this.hooks = new HookRoutes(state, town, passes, clock);
        this.requests = new RateLimit(clock, 300, Duration.ofMinutes(5));
        this.server = FakeServer.start(address, guarded(routes()), clock);
        if (options.ticking()) ticker.scheduleWithFixedDelay(this::tickOn, 1, 1, TimeUnit.SECONDS);
    }

    /** Loopback, a free port, the wall clock. */
    public static SandboxServer start(SandboxOptions options) {
        return start(FakeServer.Options.LOOPBACK, options, SteerableClock.on(Clock.systemUTC()));
    }

    public static SandboxServer start(FakeServer.Options address, SandboxOptions options, SteerableClock clock) {
        return new SandboxServer(address, options, clock);
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

    /** Its other face: the gallery, on the same accounts. */
    public Gallery gallery() {
        return gallery;
    }

    /** Sends the webhooks that are due. */
    public void tick() {
        hooks.tick();
    }

    /** Of all accounts, newest first within each. */
    public List<Published> posts() {
        return town.members().stream()
                .flatMap(member -> town.posts(member.id()).stream())
                .map(post -> new Published(
                        post.id(),
                        post.key(),
                        post.account(),
                        post.content().text(),
                        post.content().replyTo()))
                .toList();
    }

    /** Somebody comments on a post now; the comment's id. */
    public String comment(String postId, String author, String text, String language) {
        Post post = town.post(postId).orElseThrow(() -> SandboxError.notFound("post " + postId));
        return say("c_" + post.id() + "_s", post.account(), post.id(), author, text, language)
                .id();
    }

    /** Somebody speaks of an account elsewhere, now; the mention's id. */
    public String mention(String account, String author, String text, String language) {
        return say("x_" + account + "_s", account, "", author, text, language).id();
    }

    @Override
    public void close() {
        ticker.shutdownNow();
        server.close();
    }

    /** One tick's failure is kept in the log and does not end the ticking. */
    private void tickOn() {
        try {
            hooks.tick();
        } catch (UncheckedIOException e) {
            log().failed(e);
        }
    }

    private Item say(String prefix, String account, String post, String author, String text, String language) {
        return state.change(() -> {
            var item = new Item(
                    prefix + state.next(),
                    account,
                    post,
                    new Item.Author(author, author),
                    text,
                    language,
                    clock.instant());
            state.said.put(item.id(), item);
            return item;
        });
    }

    private Router routes() {
        var router = new Router()
                .on("POST", "/sandbox/v1/connect", this::connect)
                .on(
                        "POST",
                        "/sandbox/v1/refresh",
                        request -> session(passes.refresh(Json.string(request.json(), "refresh_token", ""))))
                .on("GET", "/sandbox/v1/account", request -> Response.json(200, account(passes.account(request))));
        new PostRoutes(state, town, passes, clock).addTo(router);
        new GalleryRoutes(state, town, passes, gallery, clock).addTo(router);
        new EchoRoutes(state, town, passes, clock).addTo(router);
        new InboxRoutes(state, town, passes, clock).addTo(router);
        hooks.addTo(router);
        router.on(
                        "GET",
                        "/__posts",
                        _ -> Response.json(
                                200, posts().stream().map(SandboxServer::view).toList()))
                .on("POST", "/__people", this::people);
        new Pages(state, town).addTo(router);
        return router.otherwise(request -> {
            throw SandboxError.notFound("route " + request.method() + " " + request.path());
        });
    }

    private Handler guarded(Handler routes) {
        return request -> {
            boolean api = API.stream().anyMatch(request.path()::startsWith);
            RateLimit.State limit = api ? requests.take(caller(request), 1) : null;
            Response answer = limit != null && limit.refused() ? tooMany(limit) : answer(routes, request);
            return limit == null ? answer : withLimit(answer, limit);
        };
    }

    /** The account as the token names it, believed or not. */
    private static String caller(Request request) {
        return request.header("Authorization").orElse("").split("\\.", 2)[0];
    }

    private static Response answer(Handler routes, Request request) {
        try {
            return routes.handle(request);
        } catch (SandboxError e) {
            return Response.json(e.status(), e.body());
        } catch (MalformedJson e) {
            return Response.json(400, Json.object("error", "invalid_json", "message", String.valueOf(e.getMessage())));
        }
    }

    private Response tooMany(RateLimit.State limit) {
        long wait =
                Math.max(1, Duration.between(clock.instant(), limit.resetAt()).toSeconds());
        return Response.json(429, Json.object("error", "rate_limited", "message", "Come back in " + wait + " s"))
                .with("Retry-After", String.valueOf(wait));
    }

    private static Response withLimit(Response answer, RateLimit.State limit) {
        return answer.with("RateLimit-Limit", String.valueOf(limit.limit()))
                .with("RateLimit-Remaining", String.valueOf(Math.max(0, limit.remaining())))
                .with("RateLimit-Reset", String.valueOf(limit.resetAt().getEpochSecond()));
    }

    private Response connect(Request request) {
        Map<String, @Nullable Object> input = request.json();
        String id = Json.string(input, "account", "");
        if (!id.matches("[a-z0-9-]{1,40}")) throw new SandboxError(422, "invalid_account", "1 to 40 of a-z 0-9 -");
        state.change(
                () -> state.members.putIfAbsent(id, new Member(id, Json.string(input, "name", id), clock.instant())));
        return session(passes.open(id));
    }

    private Response session(Map<String, @Nullable Object> pair) {
        String access = Json.string(pair, "access_token", "");
        pair.put("account", account(access.substring(4, access.indexOf('.'))));
        return Response.json(200, pair);
    }

    private Map<String, @Nullable Object> account(String id) {
        return town.view(town.member(id).orElseThrow(() -> SandboxError.notFound("account " + id)));
    }

    private Response people(Request request) {
        Map<String, @Nullable Object> order = request.json();
        String author = Json.string(order, "author", "somebody");
        String text = Json.string(order, "text", "");
        String language = Json.string(order, "language", "");
        String post = Json.string(order, "post", "");
        String id = post.isEmpty()
                ? mention(Json.string(order, "account", ""), author, text, language)
                : comment(post, author, text, language);
        return Response.json(201, Json.object("id", id));
    }

    private static Map<String, @Nullable Object> view(Published post) {
        return Json.object(
                "id", post.id, "key", post.key, "account", post.account, "text", post.text, "reply_to", post.replyTo);
    }
}
