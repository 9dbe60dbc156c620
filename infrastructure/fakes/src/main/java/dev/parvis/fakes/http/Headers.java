package dev.parvis.fakes.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Header lines in the order of the wire; names are looked up without regard to case. */
public record Headers(List<Header> lines) {
    public static final Headers NONE = new Headers(List.of());

    public Headers {
        lines = List.copyOf(lines);
    }

    /** From name, value, name, value …. */
    public static Headers of(String... namesAndValues) {
        var lines = new ArrayList<Header>();
        for (int i = 0; i < namesAndValues.length; i += 2)
            lines.add(new Header(namesAndValues[i], namesAndValues[i + 1]));
        return new Headers(lines);
    }

    public Optional<String> first(String name) {
        return lines.stream()
                .filter(line -> line.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    public List<String> all(String name) {
        return lines.stream()
                .filter(line -> line.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }

    public Headers with(String name, String value) {
        var more = new ArrayList<>(lines);
        more.add(new Header(name, value));
        return new Headers(more);
    }

    /** Is {@code token} in the comma-separated values of {@code name}? */
    boolean has(String name, String token) {
        return all(name).stream()
                .anyMatch(value -> value.toLowerCase(java.util.Locale.ROOT).contains(token));
    }
}
