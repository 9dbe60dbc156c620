package dev.parvis.domain.metrics;

import java.time.Instant;

/** What a network answered about one figure. */
public sealed interface Reading {
    /** @param endpoint and {@code field}: where in the network's answer the value stood */
    record Measured(long value, String endpoint, String field, Instant at) implements Reading {}

    /** The network does not tell this. */
    record NotProvided(String reason) implements Reading {}

    /** It should have been there, and could not be read. */
    record Failed(String reason, Instant at) implements Reading {}
}
