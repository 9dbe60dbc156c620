package dev.parvis.domain.channels;

import java.util.Map;
import java.util.Optional;

/** The secret parts of a connection, by name. Prints as stars. */
public record Credential(Map<String, String> parts) {
    public Credential {
        parts = Map.copyOf(parts);
    }

    public Optional<String> part(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    /** The named part, or a fault that names it and nothing else. */
    public String need(String name) {
        return part(name).orElseThrow(() -> new IllegalStateException("the credential has no part " + name));
    }

    @Override
    public String toString() {
        return "Credential[***]";
    }
}
