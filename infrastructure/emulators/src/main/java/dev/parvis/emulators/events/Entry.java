package dev.parvis.emulators.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.parvis.emulators.wire.Json;

/** One entry of {@code PutEvents}, as it came. */
record Entry(Map<String, Object> fields) {
    static final String DEFAULT_BUS = "default";
    /** What AWS counts for an entry's time when it has one. */
    private static final int TIME_BYTES = 14;

    /** Why an entry is not taken. */
    record Refusal(String code, String message) {
        private static Refusal missing(String name) {
            return new Refusal(
                    "InvalidArgument",
                    "Parameter " + name + " is not valid. Reason: " + name + " is a required argument.");
        }
    }

    /** The bus by its name, also when the entry gives its ARN. */
    String bus() {
        var name = text("EventBusName");
        var inArn = name.lastIndexOf("event-bus/");
        return name.isEmpty() ? DEFAULT_BUS : inArn < 0 ? name : name.substring(inArn + "event-bus/".length());
    }

    String source() {
        return text("Source");
    }

    String detailType() {
        return text("DetailType");
    }

    /** The refusals that this entry deserves by itself, at most one. */
    List<Refusal> refusals() {
        for (var required : List.of("Source", "DetailType", "Detail")) {
            if (text(required).isEmpty()) {
                return List.of(Refusal.missing(required));
            }
        }
        if (source().startsWith("aws.")) {
            return List.of(new Refusal("NotAuthorizedForSource", "Not authorized for the source."));
        }
        try {
            Json.object(text("Detail").getBytes(StandardCharsets.UTF_8));
            return List.of();
        } catch (Json.NotJson e) {
            return List.of(new Refusal("MalformedDetail", "Detail is malformed."));
        }
    }

    /** As AWS counts it: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html#eb-putevent-size. */
    int size() {
        var size = fields.containsKey("Time") ? TIME_BYTES : 0;
        for (var counted : List.of("Source", "DetailType", "Detail")) {
            size += bytes(text(counted));
        }
        for (var resource : resources()) {
            size += bytes(resource);
        }
        return size;
    }

    /** The event that a function gets. */
    String event(String id, Instant now) {
        var event = new LinkedHashMap<String, Object>();
        event.put("version", "0");
        event.put("id", id);
        event.put("detail-type", detailType());
        event.put("source", source());
        event.put("account", "000000000000");
        event.put("time", time(now).truncatedTo(ChronoUnit.SECONDS));
        event.put("region", "eu-west-3");
        event.put("resources", resources());
        event.put("detail", Json.object(text("Detail").getBytes(StandardCharsets.UTF_8)));
        return Json.write(event);
    }

    private Instant time(Instant now) {
        return fields.get("Time") instanceof Number seconds
                ? Instant.ofEpochMilli((long) (seconds.doubleValue() * 1000))
                : now;
    }

    private List<String> resources() {
        return fields.get("Resources") instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    private String text(String name) {
        return fields.get(name) instanceof String text ? text : "";
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
