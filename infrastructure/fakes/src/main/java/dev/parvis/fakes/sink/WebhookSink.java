package dev.parvis.fakes.sink;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.parvis.fakes.http.FakeServer;
import dev.parvis.fakes.http.Faults;
import dev.parvis.fakes.http.Request;
import dev.parvis.fakes.http.RequestLog;
import dev.parvis.fakes.http.Response;
import dev.parvis.fakes.http.Router;
import dev.parvis.fakes.http.SteerableClock;
import dev.parvis.fakes.json.Json;
import dev.parvis.fakes.webhooks.StandardWebhooks;

/**
 * Takes POSTs at {@code /hook}: 204 when the signature holds, 401 when it does not; both are recorded. A delivery that a
 * fault kept from taking effect is in the {@link #log}, not among the {@link #received}.
 */
public final class WebhookSink implements AutoCloseable {
    /** One delivery that arrived whole. */
    public record Received(String id, String type, String body, boolean verified, Request request) {}

    private final StandardWebhooks scheme;
    private final SteerableClock clock;
    private final FakeServer server;
    private final List<Received> received = new ArrayList<>();

    private WebhookSink(FakeServer.Options address, String secret, SteerableClock clock) {
        this.scheme = new StandardWebhooks(secret);
        this.clock = clock;
        var routes = new Router()
                .on("POST", "/hook", this::take)
                .on(
                        "GET",
                        "/__posts",
                        _ -> Response.json(
                                200, received().stream().map(WebhookSink::view).toList()));
        this.server = FakeServer.start(address, routes, clock);
    }

    /** @param secret {@code whsec_…} */
    public static WebhookSink start(String secret) {
        return start(FakeServer.Options.LOOPBACK, secret, SteerableClock.on(Clock.systemUTC()));
    }

    public static WebhookSink start(FakeServer.Options address, String secret, SteerableClock clock) {
        return new WebhookSink(address, secret, clock);
    }

    /** Where to deliver. */
    public URI endpoint() {
        return server.uri().resolve("/hook");
    }

    public Faults faults() {
        return server.faults();
    }

    public RequestLog log() {
        return server.log();
    }

    public synchronized List<Received> received() {
        return List.copyOf(received);
    }

    /** Waits for {@code count} deliveries; {@link IllegalStateException} when they have not come in {@code patience}. */
    public List<Received> await(int count, Duration patience) {
        server.log().await("POST", "/hook", count, patience);
        List<Received> all = received();
        if (all.size() < count)
            throw new IllegalStateException(all.size() + " of " + count + " deliveries took effect");
        return all;
    }

    @Override
    public void close() {
        server.close();
    }

    private Response take(Request request) {
        boolean verified = scheme.verifies(request.headers(), request.body(), clock.instant());
        String type = verified ? Json.string(request.json(), "type", "") : "";
        synchronized (this) {
            received.add(
                    new Received(request.header("webhook-id").orElse(""), type, request.text(), verified, request));
        }
        return Response.empty(verified ? 204 : 401);
    }

    private static Object view(Received one) {
        return Json.object("id", one.id, "type", one.type, "verified", one.verified, "body", one.body);
    }
}
