package dev.parvis.domain.moderation;

import java.util.List;

import dev.parvis.domain.items.Item;

/** What the rules say of an item. */
public sealed interface Decision {
    /** The first rule that holds. */
    record ByRule(Rule rule) implements Decision {}

    /** No rule holds: it stands. */
    record NoRule() implements Decision {}

    /** The first enabled rule, in the given order, whose condition holds. */
    static Decision on(Item item, List<Rule> rules) {
        return rules.stream()
                .filter(rule -> rule.enabled() && rule.condition().holds(item))
                .findFirst()
                .<Decision>map(ByRule::new)
                .orElseGet(NoRule::new);
    }
}
