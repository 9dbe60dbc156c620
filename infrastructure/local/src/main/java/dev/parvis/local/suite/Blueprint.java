package dev.parvis.local.suite;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.parvis.emulators.template.Template;
import dev.parvis.emulators.template.TemplateError;
import dev.parvis.kernel.json.Json;
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
    public record Rule(String name, String function, String pattern) {}

    private static final String FUNCTION = "AWS::Serverless::Function";

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
        Json globals = Json.of(template.globals("Function"));
        boolean guarded = template.resourcesOf("AWS::Serverless::HttpApi").stream()
                .anyMatch(id -> Json.of(template.properties(id))
                        .at("Auth", "DefaultAuthorizer")
                        .text()
                        .isPresent());
        var functions = new ArrayList<Declared>();
        var routes = new ArrayList<Route>();
        var schedules = new ArrayList<Schedule>();
        var rules = new ArrayList<Rule>();
        for (String id : template.resourcesOf(FUNCTION)) {
            Json properties = Json.of(template.properties(id));
            Declared function = function(template, id, globals, properties, overrides);
            functions.add(function);
            properties.at("Events").fields().forEach((name, event) -> {
                Json details = event.at("Properties");
                String place = function.name() + "-" + name.toLowerCase(Locale.ROOT);
                switch (event.at("Type").textOr("")) {
                    case "HttpApi" -> routes.add(route(function.name(), details, guarded));
                    case "ScheduleV2" -> schedule(place, function.name(), details).ifPresent(schedules::add);
                    case "EventBridgeRule" ->
                        rules.add(new Rule(place, function.name(), details.at("Pattern").toString()));
                    default ->
                        throw new TemplateError(id + " has an event " + name + " of a type that this machine does not know: "
                                + event.at("Type").textOr(""));
                }
            });
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

    private static Declared function(
            Template template, String id, Json globals, Json properties, Map<String, String> overrides) {
        var environment = new LinkedHashMap<String, String>();
        for (Json source : List.of(globals, properties)) {
            source.at("Environment", "Variables").fields().forEach((key, value) -> environment.put(key, text(value)));
        }
        environment.putAll(overrides);
        Path folder = template.file().toAbsolutePath().getParent();
        var spec = new FunctionSpec(
                id.replaceFirst("Function$", "").toLowerCase(Locale.ROOT),
                required(id, properties, "Handler"),
                folder.resolve(required(id, properties, "CodeUri")),
                environment,
                (int) number(globals, properties, 128, "MemorySize"),
                Duration.ofSeconds(number(globals, properties, 3, "Timeout")));
        return new Declared(
                spec,
                (int) number(globals, properties, 2, "EventInvokeConfig", "MaximumRetryAttempts"),
                Duration.ofSeconds(
                        number(globals, properties, 21_600, "EventInvokeConfig", "MaximumEventAgeInSeconds")));
    }

    private static Route route(String function, Json details, boolean guarded) {
        String authorizer = details.at("Auth", "Authorizer").textOr(guarded ? "default" : "NONE");
        return new Route(
                details.at("Method").textOr("ANY").toUpperCase(Locale.ROOT),
                details.at("Path").textOr("$default"),
                function,
                !authorizer.equals("NONE"));
    }

    private static java.util.Optional<Schedule> schedule(String place, String function, Json details) {
        if (details.at("State").textOr("ENABLED").equals("DISABLED")) {
            return java.util.Optional.empty();
        }
        try {
            return java.util.Optional.of(new Schedule(
                    place,
                    function,
                    Expression.parse(details.at("ScheduleExpression").textOr("")),
                    ZoneId.of(details.at("ScheduleExpressionTimezone").textOr("UTC")),
                    details.at("Input").textOr("{}")));
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw new TemplateError("schedule " + place + ": " + e.getMessage(), e);
        }
    }

    private static String required(String id, Json properties, String name) {
        return properties.at(name).text().orElseThrow(() -> new TemplateError(id + " has no " + name));
    }

    private static long number(Json globals, Json properties, long otherwise, Object... path) {
        Json own = properties.at(path);
        Json value = own.isMissing() ? globals.at(path) : own;
        return value.isMissing() ? otherwise : Long.parseLong(text(value));
    }

    private static String text(Json value) {
        return value.text().orElseGet(value::toString);
    }
}
