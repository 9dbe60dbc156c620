package dev.parvis.emulators.wire;

import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.parvis.emulators.EmulatorFailed;
import dev.parvis.emulators.Listen;
import dev.parvis.emulators.PortTaken;

/**
 * An HTTP server on one address that answers signed requests (any signature) with what a function returns. A virtual
 * thread per request. A page in a browser cannot call it: without an {@code Authorization} header, which a browser sends
 * to another origin only with consent that is never given, the answer is 403.
 */
public final class Endpoint implements AutoCloseable {
    private static final int BACKLOG = 50;

    private final HttpServer server;
    private final ExecutorService threads;
    private final URI url;

    private Endpoint(HttpServer server, ExecutorService threads, URI url) {
        this.server = server;
        this.threads = threads;
        this.url = url;
    }

    /**
     * @param service what to call it in an error
     * @param maxBytes longer bodies are answered 413
     */
    public static Endpoint start(String service, Listen listen, int maxBytes, Function<Question, Reply> answers) {
        var server = bind(service, listen);
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        server.setExecutor(threads);
        server.createContext("/", exchange -> serve(exchange, maxBytes, answers));
        server.start();
        return new Endpoint(server, threads, listen.url(server.getAddress().getPort()));
    }

    private static HttpServer bind(String service, Listen listen) {
        try {
            return HttpServer.create(new InetSocketAddress(listen.host(), listen.port()), BACKLOG);
        } catch (BindException e) {
            throw new PortTaken(service, listen, e);
        } catch (IOException e) {
            throw new EmulatorFailed(service + " did not start on " + listen, e);
        }
    }

    private static void serve(HttpExchange exchange, int maxBytes, Function<Question, Reply> answers)
            throws IOException {
        try (exchange) {
            var reply = reply(exchange, maxBytes, answers);
            exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(reply.status(), reply.body().length == 0 ? -1 : reply.body().length);
            if (reply.body().length > 0) {
                exchange.getResponseBody().write(reply.body());
            }
        } catch (LostAnswer e) {
            // Closing the exchange before any answer was sent cuts the connection.
        }
    }

    private static Reply reply(HttpExchange exchange, int maxBytes, Function<Question, Reply> answers)
            throws IOException {
        try {
            var authorization = header(exchange, "Authorization");
            if (!authorization.startsWith("AWS4-HMAC-SHA256 ")) {
                throw new AwsError(403, "MissingAuthenticationTokenException", "Missing Authentication Token");
            }
            var body = exchange.getRequestBody().readNBytes(maxBytes + 1);
            if (body.length > maxBytes) {
                throw new AwsError(413, "RequestEntityTooLargeException", "Request is over " + maxBytes + " bytes.");
            }
            return answers.apply(new Question(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    header(exchange, "X-Amz-Target"),
                    body));
        } catch (AwsError e) {
            return e.reply();
        } catch (LostAnswer e) {
            throw e;
        } catch (RuntimeException e) { // the outermost handler: a caller must see a failure, not a cut connection
            return new AwsError(500, "InternalFailure", "The emulator failed: " + e).reply();
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
    }

    /** How this machine reaches it. */
    public URI url() {
        return url;
    }

    /** Frees the port and ends the threads; requests under way are cut. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
