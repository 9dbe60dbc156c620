package dev.parvis.fakes.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.json.Json;

/**
 * The parameters of a request however they were sent: query, then a form, a multipart form or a JSON object. A list is
 * {@code name[]} repeated in forms and an array under {@code name} in JSON; both are asked for as {@code name}.
 */
public record Input(List<Map.Entry<String, String>> pairs, List<Multipart.Part> files) {
    public static Input of(Request request) {
        var pairs = new ArrayList<>(request.query().pairs());
        String type = request.header("Content-Type").orElse("");
        if (type.startsWith("multipart/form-data")) {
            List<Multipart.Part> parts = Multipart.parse(type, request.body());
            parts.stream()
                    .filter(part -> part.fileName().isEmpty())
                    .forEach(part -> pairs.add(Map.entry(part.name(), part.text())));
            return new Input(
                    pairs,
                    parts.stream().filter(part -> part.fileName().isPresent()).toList());
        }
        if (type.startsWith("application/json")) request.json().forEach((name, value) -> addJson(pairs, name, value));
        else pairs.addAll(request.form().pairs());
        return new Input(pairs, List.of());
    }

    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    public String first(String name, String otherwise) {
        return first(name).orElse(otherwise);
    }

    public List<String> all(String name) {
        return pairs.stream()
                .filter(pair -> pair.getKey().equals(name) || pair.getKey().equals(name + "[]"))
                .map(Map.Entry::getValue)
                .toList();
    }

    public Optional<Multipart.Part> file(String name) {
        return files.stream().filter(part -> part.name().equals(name)).findFirst();
    }

    private static void addJson(List<Map.Entry<String, String>> pairs, String name, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case List<?> items -> items.forEach(item -> addJson(pairs, name, item));
            case Map<?, ?> map -> pairs.add(Map.entry(name, Json.text(map)));
            default -> pairs.add(Map.entry(name, String.valueOf(value)));
        }
    }
}
