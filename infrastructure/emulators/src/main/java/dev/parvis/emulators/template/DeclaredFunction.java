package dev.parvis.emulators.template;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A Lambda function as the template declares it, {@code Globals} applied.
 *
 * @param id its logical id, such as {@code PublishFunction}
 * @param name its physical name
 * @param code absolute path of what {@code CodeUri} names, whether or not it has been built
 * @param environment every variable the template sets, evaluated
 * @param retry what Lambda does when an asynchronous invocation fails
 */
public record DeclaredFunction(
        String id,
        String name,
        String handler,
        Path code,
        int memoryMb,
        Duration timeout,
        Map<String, String> environment,
        Retry retry,
        List<Trigger> triggers) {
    private static final int DEFAULT_MEMORY_MB = 128;
    private static final int DEFAULT_TIMEOUT_SECONDS = 3;

    public List<Trigger.Schedule> schedules() {
        return only(Trigger.Schedule.class);
    }

    public List<Trigger.Route> routes() {
        return only(Trigger.Route.class);
    }

    public List<Trigger.Rule> rules() {
        return only(Trigger.Rule.class);
    }

    private <T extends Trigger> List<T> only(Class<T> type) {
        return triggers.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /**
     * @param own the function's properties
     * @param globals what {@code Globals: Function} says
     * @param authorizers the default authorizer of each HTTP API, by what {@code !Ref} gives for it
     */
    static DeclaredFunction of(
            String id,
            Map<String, Object> own,
            Map<String, Object> globals,
            Path folder,
            Map<String, String> authorizers) {
        var properties = merge(globals, own);
        var environment = new LinkedHashMap<String, String>();
        Nodes.map(Nodes.map(properties, "Environment"), "Variables")
                .forEach((key, value) -> environment.put(key, Nodes.scalar(value)));
        var triggers = Nodes.map(properties, "Events").entrySet().stream()
                .map(event -> Trigger.of(event.getKey(), Nodes.map(event.getValue()), authorizers))
                .toList();
        return new DeclaredFunction(
                id,
                Nodes.text(properties, "FunctionName", id),
                Nodes.text(properties, "Handler"),
                folder.resolve(Nodes.text(properties, "CodeUri")).normalize(),
                Nodes.number(properties, "MemorySize", DEFAULT_MEMORY_MB),
                Duration.ofSeconds(Nodes.number(properties, "Timeout", DEFAULT_TIMEOUT_SECONDS)),
                Map.copyOf(environment),
                Retry.of(Nodes.map(properties, "EventInvokeConfig"), Retry.OF_INVOCATIONS),
                triggers);
    }

    /** SAM's rule: maps are merged, everything else of the function's replaces the global. */
    private static Map<String, Object> merge(Map<String, Object> globals, Map<String, Object> own) {
        var merged = new LinkedHashMap<>(globals);
        own.forEach((key, value) -> merged.merge(key, value, DeclaredFunction::combine));
        return merged;
    }

    private static Object combine(Object global, Object own) {
        return global instanceof Map<?, ?> && own instanceof Map<?, ?> ? merge(Nodes.map(global), Nodes.map(own)) : own;
    }
}
