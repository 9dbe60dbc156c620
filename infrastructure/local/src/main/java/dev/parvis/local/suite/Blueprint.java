package dev.parvis.local.suite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.parvis.emulators.template.DeclaredFunction;
import dev.parvis.emulators.template.Template;
import dev.parvis.emulators.template.TemplateError;
import dev.parvis.emulators.template.Trigger;
import dev.parvis.local.http.Route;
import dev.parvis.local.runtime.FunctionSpec;
import dev.parvis.local.schedules.Expression;
import dev.parvis.local.schedules.Schedule;

/**
 * What {@code template.yaml} declares, in the words of this machine.
 *
 * @param functions by short name ({@code PublishFunction} is {@code publish}), in the template's order
 */
public record Blueprint(List<Declared> functions, List<Route> routes, List<Schedule> schedules, List<Rule> rules) {

    /**
     * One function.
     *
     * @param retries how often an event that nobody waits for is tried again
     * @param maxAge how old such an event may get
     */
    public record Declared(FunctionSpec spec, int retries, Duration maxAge) {
        public String name() {
            return spec.name();
        }
    }

    /**
     * Events of the bus that match go to the function.
     *
     * @param pattern the event pattern as JSON text
     */
    public record Rule(String name, String function, String bus, String pattern) {}

    public Blueprint {
        functions = List.copyOf(functions);
        routes = List.copyOf(routes);
        schedules = List.copyOf(schedules);
        rules = List.copyOf(rules);
    }

    /**
     * Reads the template.
     *
     * @param overrides environment variables that replace or join the template's own, for every function
     * @throws TemplateError when it declares what this machine cannot do
     */
    public static Blueprint of(Template template, Map<String, String> overrides) {
        var functions = new ArrayList<Declared>();
        var routes = new ArrayList<Route>();
        var schedules = new ArrayList<Schedule>();
        var rules = new ArrayList<Rule>();
        for (DeclaredFunction function : template.functions()) {
            Declared declared = declared(function, overrides);
            functions.add(declared);
            for (Trigger trigger : function.triggers()) {
                String place = declared.name() + "-" + trigger.id().toLowerCase(Locale.ROOT);
                switch (trigger) {
                    case Trigger.Route(var id, var method, var path, var authorizer) ->
                        routes.add(new Route(method, path, declared.name(), !authorizer.isEmpty()));
                    case Trigger.Schedule schedule
                    when schedule.isEnabled() -> schedules.add(schedule(place, declared.name(), schedule));
                    case Trigger.Rule rule
                    when rule.isEnabled() -> rules.add(new Rule(place, declared.name(), rule.bus(), rule.pattern()));
                    case Trigger.Schedule off -> {}
                    case Trigger.Rule off -> {}
                }
            }
        }
        return new Blueprint(functions, routes, schedules, rules);
    }

    /** The function of this short name. */
    public Declared function(String name) {
        return functions.stream()
                .filter(function -> function.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new TemplateError("the template has no function " + name));
    }

    /** {@code publish} for {@code PublishFunction}. */
    static String shortName(String logicalId) {
        return logicalId.replaceFirst("Function$", "").toLowerCase(Locale.ROOT);
    }

    private static Declared declared(DeclaredFunction function, Map<String, String> overrides) {
        var environment = new LinkedHashMap<>(function.environment());
        environment.putAll(overrides);
        var spec = new FunctionSpec(
                shortName(function.id()),
                function.handler(),
                function.code(),
                environment,
                function.memoryMb(),
                function.timeout());
        return new Declared(spec, function.retry().attempts(), function.retry().age());
    }

    private static Schedule schedule(String place, String function, Trigger.Schedule declared) {
        try {
            String input = declared.input().isEmpty() ? "{}" : declared.input();
            return new Schedule(place, function, Expression.parse(declared.expression()), declared.zone(), input);
        } catch (IllegalArgumentException e) {
            throw new TemplateError("schedule " + place + ": " + e.getMessage(), e);
        }
    }
}
