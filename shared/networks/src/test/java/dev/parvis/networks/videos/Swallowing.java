package dev.parvis.networks.videos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A server that reads what is sent to it, keeps none of it, and answers what it was told to. */
public final class Swallowing implements AutoCloseable {
    private final HttpServer server;
    private final AtomicLong swallowed = new AtomicLong();
    private final Map<String, String> answers;

    /** @param answers JSON by the end of the path */
    public Swallowing(Map<String, String> answers) {
        this.answers = answers;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Bytes of bodies. */
    public long swallowed() {
        return swallowed.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var buffer = new byte[1 << 16];
            for (var read = exchange.getRequestBody().read(buffer);
                    read >= 0;
                    read = exchange.getRequestBody().read(buffer)) {
                swallowed.addAndGet(read);
            }
            var path = exchange.getRequestURI().getPath();
            var said = answers.entrySet().stream()
                    .filter(answer -> path.endsWith(answer.getKey()))
                    .findFirst()
                    .map(Map.Entry::getValue)
                    .orElse("{}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("content-type", "application/json");
            exchange.sendResponseHeaders(200, said.length);
            exchange.getResponseBody().write(said);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
