package dev.parvis.emulators.events;

/**
 * An event on its way to what it wakes. It may come more than once.
 *
 * @param target the logical id of the function
 * @param rule the rule that matched
 * @param event the whole event as JSON, as a function gets it
 */
public record Delivery(String target, String rule, String event) {}
