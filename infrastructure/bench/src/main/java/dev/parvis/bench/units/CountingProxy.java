package dev.parvis.bench.units;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.parvis.kernel.json.Json;

/** Stands in front of DynamoDB Local, which accepts any signature, and writes what each call consumed into a ledger. */
final class CountingProxy implements AutoCloseable {

    private static final String TARGET = "X-Amz-Target";
    private static final Set<String> COUNTED = Set.of(
            "GetItem",
            "BatchGetItem",
            "Query",
            "PutItem",
            "UpdateItem",
            "DeleteItem",
            "TransactWriteItems",
            "TransactGetItems");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicReference<URI> upstream = new AtomicReference<>(URI.create("http://127.0.0.1:1"));
    private final Ledger ledger;

    CountingProxy(Ledger ledger) {
        this.ledger = ledger;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        } catch (IOException e) {
            throw new UncheckedIOException("no loopback port for the proxy", e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Where the functions are sent to. */
    String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Where the proxy sends them on to; told once it is known. */
    void before(URI table) {
        upstream.set(table);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        client.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String target = exchange.getRequestHeaders().getFirst(TARGET);
            String operation = target == null ? "" : target.substring(target.indexOf('.') + 1);
            byte[] body = exchange.getRequestBody().readAllBytes();
            boolean counted = COUNTED.contains(operation);
            Json request = counted ? counting(Json.parse(body)) : Json.absent();
            HttpResponse<byte[]> answer = forward(exchange, counted ? request.bytes() : body);
            if (counted) {
                ledger.add(Consumed.by(operation, request, answer.statusCode(), Json.parse(answer.body())));
            }
            answerWith(exchange, answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Json counting(Json request) {
        return request.object()
                .orElseThrow(() -> new IllegalStateException("DynamoDB's requests are objects"))
                .with("ReturnConsumedCapacity", "INDEXES");
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(upstream.get()).POST(BodyPublishers.ofByteArray(body));
        for (String name : Set.of(TARGET, "Content-Type", "Authorization", "X-Amz-Date")) {
            String value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.header(name, value);
            }
        }
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static void answerWith(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        for (String name : Set.of("Content-Type", "X-Amzn-RequestId", "X-Amz-Crc32")) {
            answer.headers().firstValue(name).ifPresent(value -> exchange.getResponseHeaders()
                    .set(name, value));
        }
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
    }
}
