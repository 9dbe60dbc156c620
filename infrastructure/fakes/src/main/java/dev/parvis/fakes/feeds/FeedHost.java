package dev.parvis.fakes.feeds;

import java.net.URI;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.http.FakeServer;
import dev.parvis.fakes.http.Faults;
import dev.parvis.fakes.http.Request;
import dev.parvis.fakes.http.RequestLog;
import dev.parvis.fakes.http.Response;
import dev.parvis.fakes.http.Router;
import dev.parvis.fakes.http.SteerableClock;
import dev.parvis.fakes.json.Json;
import dev.parvis.fakes.json.MalformedJson;

/** The host, running. What it serves is in the description of this package. */
public final class FeedHost implements AutoCloseable {
    private final Map<String, Feed> feeds = new ConcurrentSkipListMap<>();
    private final SteerableClock clock;
    private final FakeServer server;

    private FeedHost(FakeServer.Options address, SteerableClock clock) {
        this.clock = clock;
        this.server = FakeServer.start(address, routes(), clock);
    }

    /** Loopback, a free port, the wall clock. */
    public static FeedHost start() {
        return start(FakeServer.Options.LOOPBACK, SteerableClock.on(Clock.systemUTC()));
    }

    public static FeedHost start(FakeServer.Options address, SteerableClock clock) {
        return new FeedHost(address, clock);
    }

    /** A new empty feed at {@code /feeds/<name>}; one of that name is replaced. */
    public Feed feed(String name, FeedFormat format) {
        return feed(name, name, format);
    }

    public Feed feed(String name, String title, FeedFormat format) {
        var feed = new Feed(name, title, format, this::uri);
        feeds.put(name, feed);
        return feed;
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

    @Override
    public void close() {
        server.close();
    }

    private Router routes() {
        return new Router()
                .on("GET", "/feeds/{name}", request -> with(request, feed -> feed.serve(request)))
                .on("GET", "/sites/{name}", request -> with(request, feed -> Response.html(200, feed.page())))
                .on("GET", "/redirect", FeedHost::redirect)
                .on("GET", "/redirect/loop", _ -> to("/redirect/loop", 302))
                .on("GET", "/redirect/{left}", FeedHost::chain)
                .on("GET", "/hostile/{name}", request -> Hostile.document(request.variable("name")))
                .on("POST", "/__feeds", this::create)
                .on("POST", "/__feeds/{name}", request -> with(request, feed -> configure(feed, request)))
                .on("POST", "/__feeds/{name}/entries", request -> with(request, feed -> add(feed, request)))
                .on(
                        "GET",
                        "/__posts",
                        _ -> Response.json(
                                200,
                                feeds.values().stream()
                                        .flatMap(FeedHost::entries)
                                        .toList()));
    }

    private Response with(Request request, java.util.function.Function<Feed, Response> action) {
        Feed feed = feeds.get(request.variable("name"));
        if (feed == null) return Response.text(404, "No feed is named " + request.variable("name"));
        try {
            return action.apply(feed);
        } catch (MalformedJson | IllegalArgumentException | java.time.DateTimeException e) {
            return Response.text(400, String.valueOf(e.getMessage()));
        }
    }

    private static Response redirect(Request request) {
        return to(
                request.query("to").orElse("/"),
                Integer.parseInt(request.query("status").orElse("302")));
    }

    private static Response chain(Request request) {
        int left = Integer.parseInt(request.variable("left"));
        String target = request.query("to").orElse("/");
        return to(left <= 1 ? target : "/redirect/" + (left - 1) + "?to=" + target, 302);
    }

    private static Response to(String location, int status) {
        return Response.text(status, "").with("Location", location);
    }

    private Response create(Request request) {
        Map<String, @Nullable Object> order = request.json();
        String name = Json.string(order, "name", "feed");
        String format = Json.string(order, "format", "rss").toUpperCase(Locale.ROOT);
        Feed feed = feed(name, Json.string(order, "title", name), FeedFormat.valueOf(format));
        return Response.json(201, Json.object("url", feed.uri().toString()));
    }

    private Response add(Feed feed, Request request) {
        Map<String, @Nullable Object> order = request.json();
        String published = Json.string(order, "published");
        String link =
                Json.string(order, "link", uri() + "/articles/" + feed.entries().size());
        feed.add(new Entry(
                Json.string(order, "id", link),
                Json.string(order, "title", ""),
                link,
                Json.string(order, "html", ""),
                Json.string(order, "author", ""),
                published == null ? clock.instant() : Instant.parse(published)));
        return Response.empty(201);
    }

    private static Response configure(Feed feed, Request request) {
        Map<String, @Nullable Object> order = request.json();
        String validators = Json.string(order, "validators");
        if (validators != null)
            feed.validators(Feed.Validators.valueOf(validators.replace('-', '_').toUpperCase(Locale.ROOT)));
        if (order.containsKey("gzip")) feed.gzip(Json.flag(order, "gzip"));
        String charset = Json.string(order, "charset");
        if (charset != null) feed.charset(Charset.forName(charset));
        int status = (int) Json.number(order, "status", 0);
        if (status == 200) feed.recovers();
        else if (status != 0) feed.answers(status, headers(order));
        return Response.empty(204);
    }

    private static String[] headers(Map<String, @Nullable Object> order) {
        String location = Json.string(order, "location");
        if (location != null) return new String[] {"Location", location};
        String retryAfter = Json.string(order, "retry_after");
        return retryAfter == null ? new String[0] : new String[] {"Retry-After", retryAfter};
    }

    private static java.util.stream.Stream<Object> entries(Feed feed) {
        return feed.entries().stream()
                .map(entry -> Json.object(
                        "feed", feed.name(), "id", entry.id(), "title", entry.title(), "link", entry.link()));
    }
}
