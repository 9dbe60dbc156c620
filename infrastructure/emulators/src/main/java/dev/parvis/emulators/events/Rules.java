package dev.parvis.emulators.events;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import software.amazon.event.ruler.Machine;

import dev.parvis.emulators.EmulatorFailed;

/** Which subscriptions want an event: one of AWS's matching machines per bus. Thread-safe after construction. */
final class Rules {
    private final Map<String, Machine> buses = new HashMap<>();
    private final Map<String, Subscription> subscriptions = new HashMap<>();

    Rules(List<Subscription> all) {
        for (var subscription : all) {
            subscriptions.put(subscription.name(), subscription);
            var machine = buses.computeIfAbsent(
                    subscription.rule().bus(), bus -> Machine.builder().build());
            try {
                machine.addRule(subscription.name(), subscription.rule().pattern());
            } catch (IOException e) {
                throw new EmulatorFailed(
                        "The pattern of " + subscription.name() + " is none: "
                                + subscription.rule().pattern(),
                        e);
            }
        }
    }

    List<Subscription> matching(String bus, String event) {
        var machine = buses.get(bus);
        if (machine == null) {
            return List.of();
        }
        try {
            return machine.rulesForJSONEvent(event).stream()
                    .map(subscriptions::get)
                    .toList();
        } catch (Exception e) { // declared so by the Event Ruler; the event has been parsed before
            throw new EmulatorFailed("The Event Ruler could not read an event", e);
        }
    }
}
