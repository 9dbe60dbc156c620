package dev.parvis.emulators.events;

import java.time.Instant;
import java.util.List;

/**
 * An event that was put on a bus.
 *
 * @param event the whole event as JSON
 * @param matched the rules that took it, as {@code Function/Rule}; empty when nobody wanted it
 */
public record SeenEvent(
        String id, Instant at, String bus, String source, String detailType, String event, List<String> matched) {}
