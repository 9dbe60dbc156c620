package dev.parvis.fakes.bluesky;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.http.Handler;
import dev.parvis.fakes.http.RateLimit;
import dev.parvis.fakes.http.Request;
import dev.parvis.fakes.http.Response;
import dev.parvis.fakes.json.Json;
import dev.parvis.fakes.json.MalformedJson;

/** {@code /xrpc/<method>}: queries by GET, procedures by POST, errors as JSON, RateLimit headers on every answer. */
final class Xrpc implements Handler {
    @FunctionalInterface
    interface Method {
        Response call(Request request);
    }

    /** Thrown by a method that its own limit refuses. */
    static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient RateLimit.State state;

        TooMany(RateLimit.State state) {
            super("rate limit");
            this.state = state;
        }
    }

    private record Entry(String verb, Method method) {}

    private final Clock clock;
    private final RateLimit overall;
    private final Map<String, Entry> methods = new HashMap<>();

    Xrpc(Clock clock) {
        this.clock = clock;
        this.overall = new RateLimit(clock, 3000, Duration.ofMinutes(5));
    }

    Xrpc query(String nsid, Method method) {
        methods.put(nsid, new Entry("GET", method));
        return this;
    }

    Xrpc procedure(String nsid, Method method) {
        methods.put(nsid, new Entry("POST", method));
        return this;
    }

    @Override
    public Response handle(Request request) {
        RateLimit.State state = overall.take("all", 1);
        try {
            if (state.refused()) throw new TooMany(state);
            return limits(call(request), state);
        } catch (TooMany e) {
            return tooMany(e.state);
        } catch (XrpcError e) {
            return limits(error(e.status(), e.name(), e.text()), state);
        } catch (MalformedJson e) {
            return limits(error(400, "SyntaxError", String.valueOf(e.getMessage())), state);
        }
    }

    static Response ok(@Nullable Object body) {
        return Response.json(200, body);
    }

    /** The headers of a limit tighter than the overall one, which then are the ones shown. */
    static Response limits(Response response, RateLimit.State state) {
        if (response.headers().first("RateLimit-Limit").isPresent()) return response;
        return response.with("RateLimit-Limit", String.valueOf(state.limit()))
                .with("RateLimit-Remaining", String.valueOf(Math.max(0, state.remaining())))
                .with("RateLimit-Reset", String.valueOf(state.resetAt().getEpochSecond()))
                .with("RateLimit-Policy", state.limit() + ";w=" + state.window().toSeconds());
    }

    private Response call(Request request) {
        String path = request.path();
        Entry entry = path.startsWith("/xrpc/") ? methods.get(path.substring(6)) : null;
        if (entry == null && request.header("Authorization").isEmpty())
            return error(401, "AuthMissing", "Authentication Required");
        if (entry == null) return error(501, "MethodNotImplemented", "Method Not Implemented");
        if (!entry.verb.equals(request.method()))
            return error(
                    400, "InvalidRequest", "Incorrect HTTP method (" + request.method() + ") expected " + entry.verb);
        return entry.method.call(request);
    }

    private Response tooMany(RateLimit.State state) {
        long wait =
                Math.max(1, Duration.between(clock.instant(), state.resetAt()).toSeconds());
        return limits(error(429, "RateLimitExceeded", "Rate Limit Exceeded"), state)
                .with("Retry-After", String.valueOf(wait));
    }

    private static Response error(int status, String name, String message) {
        return Response.json(status, Json.object("error", name, "message", message));
    }
}
