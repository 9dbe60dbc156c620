package dev.parvis.local.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.parvis.emulators.Listen;
import dev.parvis.emulators.PortTaken;
import dev.parvis.kernel.http.in.ProblemException;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.local.auth.Authorizer;
import dev.parvis.local.auth.Verdict;
import dev.parvis.local.runtime.InvocationResult;

/** The HTTP API and the suite's own pages on one port, until it is closed. */
public final class Gateway implements AutoCloseable {

    /** API Gateway's limit of a request (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html). */
    static final int MAX_REQUEST_BYTES = 10 << 20;

    /** Lambda's limit of an event and of an answer. */
    static final int MAX_EVENT_BYTES = 6 << 20;

    /** What the gateway is made of. */
    public record Parts(
            List<Route> routes,
            Authorizer authorizer,
            Invoker invoker,
            LocalPages pages,
            InstantSource clock,
            Supplier<String> requestIds,
            Duration limit) {}

    private static final Set<String> OURS =
            Set.of("connection", "content-length", "transfer-encoding", "keep-alive", "date");

    private final Parts parts;
    private final Routes routes;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Gateway(Parts parts, HttpServer server) {
        this.parts = parts;
        this.routes = new Routes(parts.routes());
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /**
     * Listens and answers.
     *
     * @throws PortTaken when something else listens there
     */
    public static Gateway open(Listen listen, Parts parts) {
        return Door.at(listen).open(parts);
    }

    /**
     * The gateway's port, held from the first moment of a start: whoever knocks waits until it is opened, and nothing
     * that starts in between, nor a connection of its own, can be given the port.
     */
    public static final class Door implements AutoCloseable {
        private final HttpServer server;

        private Door(HttpServer server) {
            this.server = server;
        }

        /**
         * Takes the port.
         *
         * @throws PortTaken when something else listens there
         */
        public static Door at(Listen listen) {
            try {
                return new Door(HttpServer.create(new InetSocketAddress(listen.host(), listen.port()), 128));
            } catch (BindException e) {
                throw new PortTaken("the HTTP API", listen, e);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot listen on " + listen, e);
            }
        }

        public int port() {
            return server.getAddress().getPort();
        }

        /** Begins to answer; the gateway's end is the door's. */
        public Gateway open(Parts parts) {
            return new Gateway(parts, server);
        }

        /** Lets the port go. */
        @Override
        public void close() {
            server.stop(0);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readNBytes(MAX_REQUEST_BYTES + 1);
            Outgoing answer = body.length > MAX_REQUEST_BYTES
                    ? Outgoing.message(413, "Request Entity Too Large").with("connection", "close")
                    : answer(incoming(exchange, body));
            send(exchange, answer);
        }
    }

    private Outgoing answer(Incoming in) {
        Optional<Outgoing> page = page(in);
        if (page.isPresent()) {
            return page.get();
        }
        Optional<Routes.Match> match = routes.match(in.method(), in.rawPath());
        if (match.isEmpty()) {
            return Outgoing.message(404, "Not Found");
        }
        if (!match.get().route().needsToken()) {
            return call(in, match.get(), Map.of());
        }
        return switch (parts.authorizer().verify(in.header("authorization"))) {
            case Verdict.Accepted(var claims) -> call(in, match.get(), claims);
            case Verdict.Refused(var reason) ->
                Outgoing.message(401, "Unauthorized")
                        .with(
                                "www-authenticate",
                                "Bearer scope=\"\" error=\"invalid_token\" error_description=\"" + reason + "\"");
        };
    }

    private Optional<Outgoing> page(Incoming in) {
        var headers = new HashMap<String, String>();
        in.headers().keySet().forEach(name -> headers.put(name, in.header(name)));
        String target = in.rawQuery().isEmpty() ? in.rawPath() : in.rawPath() + "?" + in.rawQuery();
        try {
            return parts.pages()
                    .answer(Request.of(in.method(), target, headers, in.body()))
                    .map(Outgoing::of);
        } catch (ProblemException e) {
            return Optional.empty();
        }
    }

    private Outgoing call(Incoming in, Routes.Match match, Map<String, String> claims) {
        String requestId = parts.requestIds().get();
        byte[] event = RequestEvent.of(
                        in, match, claims, requestId, parts.clock().instant())
                .bytes();
        if (event.length > MAX_EVENT_BYTES) {
            return Outgoing.message(
                    413,
                    "Request Entity Too Large: an event holds 6 MB at most, and this one has " + event.length
                            + " bytes");
        }
        String trigger = in.method() + " " + match.route().path();
        var running = CompletableFuture.supplyAsync(
                () -> parts.invoker().invoke(match.route().function(), trigger, event), threads);
        try {
            return read(running.get(parts.limit().toMillis(), TimeUnit.MILLISECONDS))
                    .with("apigw-requestid", requestId);
        } catch (TimeoutException e) {
            return Outgoing.message(503, "Service Unavailable");
        } catch (ExecutionException e) {
            return Outgoing.message(503, "Service Unavailable");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outgoing.message(503, "Service Unavailable");
        }
    }

    private static Outgoing read(InvocationResult result) {
        return switch (result) {
            case InvocationResult.Answered answer
            when answer.payload().length <= MAX_EVENT_BYTES -> Outgoing.read(answer.payload());
            case InvocationResult.TimedOut late -> Outgoing.message(503, "Service Unavailable");
            case InvocationResult.Answered tooLarge -> Outgoing.message(500, "Internal Server Error");
            case InvocationResult.Faulted fault -> Outgoing.message(500, "Internal Server Error");
            case InvocationResult.Died died -> Outgoing.message(500, "Internal Server Error");
        };
    }

    private static Incoming incoming(HttpExchange exchange, byte[] body) {
        var uri = exchange.getRequestURI();
        String path = uri.getRawPath() == null || !uri.getRawPath().startsWith("/") ? "/" : uri.getRawPath();
        return new Incoming(
                exchange.getRequestMethod(),
                path,
                uri.getRawQuery() == null ? "" : uri.getRawQuery(),
                exchange.getProtocol(),
                exchange.getRequestHeaders(),
                body,
                exchange.getRemoteAddress().getAddress().getHostAddress());
    }

    private static void send(HttpExchange exchange, Outgoing answer) throws IOException {
        answer.headers().forEach((name, values) -> {
            if (!OURS.contains(name)) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        boolean bodiless =
                exchange.getRequestMethod().equals("HEAD") || answer.status() == 204 || answer.status() == 304;
        exchange.sendResponseHeaders(
                answer.status(), bodiless || answer.body().length == 0 ? -1 : answer.body().length);
        if (!bodiless) {
            exchange.getResponseBody().write(answer.body());
        }
    }
}
