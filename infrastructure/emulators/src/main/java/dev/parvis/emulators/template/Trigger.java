package dev.parvis.emulators.template;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;

import dev.parvis.emulators.wire.Json;

/** What wakes a function. */
public sealed interface Trigger {
    /** The event's name within its function. */
    String id();

    /**
     * A schedule of EventBridge Scheduler.
     *
     * @param expression {@code rate(…)}, {@code cron(…)} or {@code at(…)}
     * @param zone what a {@code cron} or {@code at} means by an hour
     * @param input the event, its context attributes such as {@code <aws.scheduler.scheduled-time>} not yet replaced;
     *     empty when the template gives none
     */
    record Schedule(String id, String expression, ZoneId zone, String input, Retry retry, boolean isEnabled)
            implements Trigger {}

    /**
     * A route of the HTTP API, payload format 2.0.
     *
     * @param method upper case; {@code ANY} for every method
     * @param path may hold {@code {name}} and, at its end, {@code {name+}}; {@code $default} for what nothing else takes
     * @param authorizer the name of one of {@link DeclaredApi#authorizers()}; empty when anybody may call
     */
    record Route(String id, String method, String path, String authorizer) implements Trigger {}

    /**
     * A rule on an event bus.
     *
     * @param bus the bus's name; {@code default} when the template names none
     * @param pattern the event pattern as JSON
     */
    record Rule(String id, String bus, String pattern, Retry retry, boolean isEnabled) implements Trigger {}

    /** Reads one entry of a function's {@code Events}. */
    static Trigger of(String id, Map<String, Object> event, Map<String, String> defaultAuthorizers) {
        var type = Nodes.text(event, "Type");
        var properties = Nodes.map(event, "Properties");
        return switch (type) {
            case "ScheduleV2" -> schedule(id, properties);
            case "HttpApi" -> route(id, properties, defaultAuthorizers);
            case "EventBridgeRule" -> rule(id, properties);
            default -> throw new TemplateError(id + ": events of type " + type + " are not emulated");
        };
    }

    private static Schedule schedule(String id, Map<String, Object> properties) {
        var zone = Nodes.text(properties, "ScheduleExpressionTimezone", "UTC");
        try {
            return new Schedule(
                    id,
                    Nodes.text(properties, "ScheduleExpression"),
                    ZoneId.of(zone),
                    Nodes.text(properties, "Input", ""),
                    Retry.of(Nodes.map(properties, "RetryPolicy"), Retry.OF_EVENTS),
                    isEnabled(properties));
        } catch (DateTimeException e) {
            throw new TemplateError(id + ": unknown time zone " + zone, e);
        }
    }

    private static Route route(String id, Map<String, Object> properties, Map<String, String> defaultAuthorizers) {
        var otherwise = defaultAuthorizers.getOrDefault(Nodes.text(properties, "ApiId", ""), "");
        var authorizer = Nodes.text(Nodes.map(properties, "Auth"), "Authorizer", otherwise);
        return new Route(
                id,
                Nodes.text(properties, "Method", "ANY").toUpperCase(Locale.ROOT),
                Nodes.text(properties, "Path", "$default"),
                authorizer.equals("NONE") ? "" : authorizer);
    }

    private static Rule rule(String id, Map<String, Object> properties) {
        for (var unsupported : new String[] {"Input", "InputPath", "InputTransformer"}) {
            if (properties.containsKey(unsupported)) {
                throw new TemplateError(id + ": " + unsupported + " of an EventBridgeRule is not emulated");
            }
        }
        return new Rule(
                id,
                Nodes.text(properties, "EventBusName", "default"),
                Json.write(Nodes.map(properties, "Pattern")),
                Retry.of(Nodes.map(properties, "RetryPolicy"), Retry.OF_EVENTS),
                isEnabled(properties));
    }

    private static boolean isEnabled(Map<String, Object> properties) {
        return !Nodes.text(properties, "State", "ENABLED").equals("DISABLED");
    }
}
