package dev.parvis.checks.events;

import java.nio.file.Path;
import java.util.List;

import software.amazon.event.ruler.Ruler;

import dev.parvis.checks.Checkout;
import dev.parvis.emulators.template.Trigger;
import dev.parvis.kernel.json.Json;

/**
 * One file of {@code events/}: {@code publish-tick.json} is for {@code publish}.
 *
 * @param name without {@code .json}
 */
record Sample(String name, String text) {

    static List<Sample> all() {
        return Checkout.files(Checkout.root().resolve("events"), "").stream()
                .map(file -> new Sample(nameOf(file), Checkout.text(file)))
                .toList();
    }

    /** The function it is for. */
    String function() {
        return name.split("-", 2)[0];
    }

    Json json() {
        return Json.parse(text);
    }

    /** Whether this is what the trigger would hand to its function. */
    boolean isOf(Trigger trigger) {
        return switch (trigger) {
            case Trigger.Schedule schedule ->
                schedule.input()
                        .replace(
                                "<aws.scheduler.scheduled-time>",
                                json().at("at").textOr(""))
                        .equals(text.strip());
            case Trigger.Route route ->
                (route.method() + " " + route.path())
                        .equals(json().at("routeKey").textOr(""));
            case Trigger.Rule rule -> matches(rule.pattern());
        };
    }

    private boolean matches(String pattern) {
        try {
            return Ruler.matchesRule(text, pattern);
        } catch (Exception e) { // declared so by the Event Ruler
            throw new AssertionError(name + " or a pattern of the template is not what the Event Ruler reads", e);
        }
    }

    private static String nameOf(Path file) {
        return file.getFileName().toString().replaceFirst("\\.json$", "");
    }

    @Override
    public String toString() {
        return name;
    }
}
