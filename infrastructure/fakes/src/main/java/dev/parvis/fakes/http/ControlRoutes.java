package dev.parvis.fakes.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.json.Json;
import dev.parvis.fakes.json.MalformedJson;

/**
 * Steers a {@link FakeServer} from another process. No authentication: it is loopback.
 *
 * <pre>
 * POST   /__faults             {"method":"POST","path":"/api/v1/statuses","contains":"text in the body",
 *                               "next":1 | "nth":2 | "always":true, "fault":"cut_after_effect", …}   201 {"id":1,…}
 * GET    /__faults             [{"id","route","fault","seen","hits","reached","released"}]
 * DELETE /__faults             disarm all, release what is held;  DELETE /__faults/{id} one of them
 * POST   /__faults/{id}/await  {"millis":10000}: 200 once a request stands at the hold, 408 when none came
 * POST   /__faults/{id}/release {"cut":false}
 * GET    /__log                [{"number","at","method","target","headers":[[n,v]],"body","body_base64","fault",
 *                               "effect_at","status","ended_at"}];  DELETE /__log forgets
 * GET    /__clock              {"now"};  POST /__clock {"advance":"PT2H"}
 * </pre>
 *
 * Faults: cut_before_read, cut_before_effect, cut_after_effect, cut_mid_answer (bytes), slow_before_read, slow_before_effect,
 * slow_after_effect, slow_answer (millis, between bytes), answer and answer_after_effect (status, headers, body),
 * garbage, oversize (bytes), gzip_bomb (bytes), endless, hang_before_read, hang_before_effect, hang_after_effect,
 * hang_mid_answer. {@code method} and {@code path} default to {@code *}, the moment to {@code "next":1}.
 */
public final class ControlRoutes {
    private final Faults faults;
    private final RequestLog log;
    private final SteerableClock clock;

    ControlRoutes(Faults faults, RequestLog log, SteerableClock clock) {
        this.faults = faults;
        this.log = log;
        this.clock = clock;
    }

    /** These routes, then those of {@code handler}. */
    Handler and(Handler handler) {
        return new Router()
                .on("POST", "/__faults", checked(this::arm))
                .on(
                        "GET",
                        "/__faults",
                        _ -> Response.json(
                                200, faults.armed().stream().map(this::view).toList()))
                .on("DELETE", "/__faults", _ -> done(faults::clear))
                .on("DELETE", "/__faults/{id}", checked(request -> done(() -> faults.remove(id(request)))))
                .on("POST", "/__faults/{id}/await", checked(request -> onHold(request, hold -> await(request, hold))))
                .on(
                        "POST",
                        "/__faults/{id}/release",
                        checked(request -> onHold(request, hold -> release(request, hold))))
                .on(
                        "GET",
                        "/__log",
                        _ -> Response.json(
                                200,
                                log.exchanges().stream()
                                        .map(ControlRoutes::view)
                                        .toList()))
                .on("DELETE", "/__log", _ -> done(log::clear))
                .on("GET", "/__clock", _ -> now())
                .on("POST", "/__clock", checked(this::advance))
                .otherwise(handler);
    }

    private static Handler checked(Handler handler) {
        return request -> {
            try {
                return handler.handle(request);
            } catch (MalformedJson | IllegalArgumentException | DateTimeException e) {
                return Response.text(400, String.valueOf(e.getMessage()));
            }
        };
    }

    private Response arm(Request request) {
        Map<String, @Nullable Object> order = request.json();
        String contains = Json.string(order, "contains", "");
        Arming arming = faults.on(Json.string(order, "method", "*"), Json.string(order, "path", "*"));
        if (!contains.isEmpty()) arming = arming.where(one -> one.text().contains(contains));
        if (Json.flag(order, "always")) arming = arming.always();
        else if (order.containsKey("nth")) arming = arming.nth((int) Json.number(order, "nth", 1));
        else arming = arming.next((int) Json.number(order, "next", 1));
        return Response.json(201, view(arming.with(FaultOrder.read(order))));
    }

    private Response onHold(Request request, Function<Hold, Response> action) {
        return faults.armed(id(request))
                .map(armed -> armed.fault() instanceof Fault.Hang(Fault.Step _, Hold hold)
                        ? action.apply(hold)
                        : Response.text(409, "Fault " + armed.id() + " holds nothing"))
                .orElseGet(() -> Response.text(404, "No fault " + request.variable("id")));
    }

    private static Response await(Request request, Hold hold) {
        long millis = request.body().length == 0 ? 10_000 : Json.number(request.json(), "millis", 10_000);
        return hold.reachedWithin(Duration.ofMillis(millis))
                ? Response.json(200, Json.object("reached", true))
                : Response.text(408, "No request reached the hold");
    }

    private static Response release(Request request, Hold hold) {
        boolean cut = request.body().length > 0 && Json.flag(request.json(), "cut");
        return done(cut ? hold::releaseAndCut : hold::release);
    }

    private Response advance(Request request) {
        clock.advance(Duration.parse(Json.string(request.json(), "advance", "PT0S")));
        return now();
    }

    private Response now() {
        return Response.json(200, Json.object("now", clock.instant()));
    }

    private Map<String, @Nullable Object> view(Armed armed) {
        Map<String, @Nullable Object> view = Json.object(
                "id",
                armed.id(),
                "route",
                armed.description(),
                "fault",
                armed.fault().label(),
                "seen",
                armed.seen(),
                "hits",
                armed.hits());
        if (armed.fault() instanceof Fault.Hang(Fault.Step _, Hold hold)) {
            view.put("reached", hold.reachedWithin(Duration.ZERO));
            view.put("released", hold.isReleased());
        }
        return view;
    }

    private static Map<String, @Nullable Object> view(Exchange exchange) {
        Request request = exchange.request();
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("number", request.number());
        view.put("at", request.at());
        view.put("method", request.method());
        view.put("target", request.target());
        view.put(
                "headers",
                request.headers().lines().stream()
                        .map(line -> java.util.List.of(line.name(), line.value()))
                        .toList());
        view.put("body", request.text());
        view.put("body_base64", Base64.getEncoder().encodeToString(request.body()));
        view.put("fault", exchange.fault().orElse(null));
        view.put("effect_at", exchange.effectAt().orElse(null));
        view.put("status", exchange.status().orElse(null));
        view.put("ended_at", exchange.endedAt().orElse(null));
        return view;
    }

    private static int id(Request request) {
        return Integer.parseInt(request.variable("id"));
    }

    private static Response done(Runnable action) {
        action.run();
        return Response.empty(204);
    }
}
