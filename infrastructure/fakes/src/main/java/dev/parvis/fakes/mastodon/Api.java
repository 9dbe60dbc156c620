package dev.parvis.fakes.mastodon;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import dev.parvis.fakes.http.Handler;
import dev.parvis.fakes.http.RateLimit;
import dev.parvis.fakes.http.Request;
import dev.parvis.fakes.http.Response;
import dev.parvis.fakes.json.Json;
import dev.parvis.fakes.json.MalformedJson;

/** Errors as JSON and the {@code X-RateLimit-*} headers around every API answer. */
final class Api implements Handler {
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

    private final Handler routes;
    private final RateLimit requests;
    private final RateLimit deletions;
    private final RateLimit uploads;
    private final boolean limited;
    private final boolean snac;

    Api(Handler routes, MastodonOptions options, Clock clock) {
        this.routes = routes;
        this.requests = new RateLimit(clock, options.requestsPerFiveMinutes(), Duration.ofMinutes(5));
        this.deletions = new RateLimit(clock, 30, Duration.ofMinutes(30));
        this.uploads = new RateLimit(clock, 30, Duration.ofMinutes(30));
        this.snac = options.snac();
        this.limited = options.requestsPerFiveMinutes() > 0;
    }

    @Override
    public Response handle(Request request) {
        if (!limited || !request.path().startsWith("/api/")) return answer(request);
        String key = request.header("Authorization").orElse("anonymous");
        RateLimit.State state = requests.take(key, 1);
        if (request.method().equals("DELETE")) state = tighter(state, deletions.take(key, 1));
        if (request.method().equals("POST") && request.path().endsWith("/media"))
            state = tighter(state, uploads.take(key, 1));
        Response answer =
                state.refused() ? Response.json(429, Json.object("error", "Too many requests")) : answer(request);
        return answer.with("X-RateLimit-Limit", String.valueOf(state.limit()))
                .with("X-RateLimit-Remaining", String.valueOf(Math.max(0, state.remaining())))
                .with("X-RateLimit-Reset", MICROS.format(state.resetAt().atOffset(ZoneOffset.UTC)));
    }

    private static RateLimit.State tighter(RateLimit.State one, RateLimit.State other) {
        return one.remaining() <= other.remaining() ? one : other;
    }

    private Response answer(Request request) {
        try {
            return routes.handle(request);
        } catch (MastodonError e) {
            return failed(e.status(), e.text());
        } catch (MalformedJson e) {
            return Response.json(400, Json.object("error", "There was a problem in the JSON you submitted"));
        }
    }

    private Response failed(int status, String text) {
        if (snac && status == 401) return Response.empty(422);
        if (snac && status == 404) return Response.html(404, "<h1>404 Not Found (snac/2.96)</h1>");
        return Response.json(status, Json.object("error", text));
    }
}
