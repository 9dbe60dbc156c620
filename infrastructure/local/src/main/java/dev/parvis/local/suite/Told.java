package dev.parvis.local.suite;

import java.time.Instant;

/**
 * An event of the bus.
 *
 * @param detail its JSON, in which Parvis puts ids and figures only
 */
public record Told(Instant at, String type, String detail) {}
