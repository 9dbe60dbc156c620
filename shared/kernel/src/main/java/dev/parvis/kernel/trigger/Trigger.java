package dev.parvis.kernel.trigger;

import java.time.Instant;
import java.util.Optional;

import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.json.MalformedJson;

/** Why a function was woken. All may come twice, late, or out of order. */
public sealed interface Trigger {

    /** The clock: {@code {"tick":"publish","at":"2026-11-21T04:30:00Z"}}, the input that template.yaml gives a schedule. */
    record Tick(String name, Instant scheduledAt) implements Trigger {
        @Override
        public String kind() {
            return "tick " + name;
        }
    }

    /** An event of the bus; {@code id} is EventBridge's and the same on each delivery. */
    record BusEvent(String id, String source, String detailType, Instant time, Json detail) implements Trigger {
        @Override
        public String kind() {
            return "event " + detailType;
        }
    }

    /** A request through the HTTP API. */
    record HttpCall(Request request) implements Trigger {
        @Override
        public String kind() {
            return "http " + request.method();
        }
    }

    /** What it is, in two words, for a log. */
    String kind();

    /** Reads an invocation's bytes; what is none of the three is {@link MalformedTrigger}. */
    static Trigger parse(byte[] bytes) {
        Json event;
        try {
            event = Json.parse(bytes, MAX_BYTES);
        } catch (MalformedJson e) {
            throw new MalformedTrigger("the invocation is not JSON: " + e.getMessage());
        }
        return of(event);
    }

    static Trigger of(Json event) {
        if (Request.isRequest(event)) {
            return new HttpCall(Request.fromEvent(event));
        }
        if (event.at("tick").text().isPresent()) {
            return new Tick(text(event, "tick"), instant(event, "at"));
        }
        if (event.at("detail-type").text().isPresent()) {
            return new BusEvent(
                    text(event, "id"),
                    text(event, "source"),
                    text(event, "detail-type"),
                    instant(event, "time"),
                    event.at("detail"));
        }
        throw new MalformedTrigger("neither an HTTP request (requestContext.http), nor a tick (tick, at),"
                + " nor a bus event (detail-type)");
    }

    /** Lambda's limit of 6 MB for a synchronous payload, and room for its JSON escapes. */
    int MAX_BYTES = 8 << 20;

    private static String text(Json event, String name) {
        return Optional.of(event.at(name).textOr(""))
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new MalformedTrigger("\"" + name + "\" must be text that is not empty"));
    }

    private static Instant instant(Json event, String name) {
        return event.at(name)
                .instant()
                .orElseThrow(
                        () -> new MalformedTrigger("\"" + name + "\" must be an ISO 8601 date-time with an offset"));
    }
}
