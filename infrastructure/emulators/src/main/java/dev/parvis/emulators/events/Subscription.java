package dev.parvis.emulators.events;

import java.util.List;

import dev.parvis.emulators.template.Template;
import dev.parvis.emulators.template.Trigger;

/**
 * A rule and what it wakes.
 *
 * @param target the logical id of the function
 */
public record Subscription(String target, Trigger.Rule rule) {
    /** Every enabled rule of every function in the template. */
    public static List<Subscription> of(Template template) {
        return template.functions().stream()
                .flatMap(function -> function.rules().stream()
                        .filter(Trigger.Rule::isEnabled)
                        .map(rule -> new Subscription(function.id(), rule)))
                .toList();
    }

    /** What tells it apart from every other. */
    String name() {
        return target + "/" + rule.id();
    }
}
