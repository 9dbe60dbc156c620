package dev.parvis.local.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;

import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.json.MalformedJson;
import dev.parvis.local.runtime.Invocation.End;

/**
 * The Lambda Runtime API for one process (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html), on a loopback
 * port of its own. It hands out what is offered, one event per {@code next}, and ends the event with the process's answer.
 */
final class RuntimeApi implements AutoCloseable {

    private static final String BASE = "/2018-06-01/runtime/";

    private final HttpServer server;
    private final ExecutorService threads;
    private final BlockingQueue<Invocation> offered = new LinkedBlockingQueue<>();
    private final InstantSource clock;
    private final Duration timeout;
    private final String arn;
    private volatile @Nullable Invocation current;

    RuntimeApi(FunctionSpec spec, InstantSource clock) {
        this.clock = clock;
        this.timeout = spec.timeout();
        this.arn = "arn:aws:lambda:eu-west-3:000000000000:function:" + spec.name();
        this.threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 8);
        } catch (IOException e) {
            throw new UncheckedIOException("no loopback port for the Runtime API of " + spec.name(), e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    void offer(Invocation invocation) {
        current = invocation;
        offered.add(invocation);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.equals(BASE + "invocation/next")) {
                next(exchange);
            } else if (path.equals(BASE + "init/error")) {
                end(current, error(exchange));
                answer(exchange, 202);
            } else if (path.startsWith(BASE + "invocation/")) {
                result(exchange, path.substring((BASE + "invocation/").length()));
            } else {
                answer(exchange, 404);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void next(HttpExchange exchange) throws IOException, InterruptedException {
        Invocation invocation = offered.take();
        var headers = exchange.getResponseHeaders();
        headers.set("Lambda-Runtime-Aws-Request-Id", invocation.requestId);
        headers.set(
                "Lambda-Runtime-Deadline-Ms",
                Long.toString(clock.instant().plus(timeout).toEpochMilli()));
        headers.set("Lambda-Runtime-Invoked-Function-Arn", arn);
        headers.set("Lambda-Runtime-Trace-Id", "Root=1-00000000-000000000000000000000000;Sampled=0");
        headers.set("Content-Type", "application/json");
        invocation.take();
        exchange.sendResponseHeaders(200, invocation.event.length == 0 ? -1 : invocation.event.length);
        exchange.getResponseBody().write(invocation.event);
    }

    private void result(HttpExchange exchange, String idAndKind) throws IOException {
        Invocation invocation = current;
        if (invocation == null || !idAndKind.startsWith(invocation.requestId + "/")) {
            answer(exchange, 400);
            return;
        }
        End end = idAndKind.endsWith("/response")
                ? new End.Answer(exchange.getRequestBody().readAllBytes())
                : error(exchange);
        answer(exchange, 202);
        end(invocation, end);
    }

    private static void end(@Nullable Invocation invocation, End end) {
        if (invocation != null) {
            invocation.end(end);
        }
    }

    private static End error(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        try {
            Json error = Json.parse(body);
            return new End.Error(
                    error.at("errorType").textOr("Unknown"),
                    error.at("errorMessage").textOr(""));
        } catch (MalformedJson e) {
            return new End.Error("Unknown", new String(body, StandardCharsets.UTF_8));
        }
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        byte[] body = "{\"status\":\"OK\"}".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
