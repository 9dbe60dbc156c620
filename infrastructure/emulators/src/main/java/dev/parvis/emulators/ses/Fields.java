package dev.parvis.emulators.ses;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.parvis.emulators.wire.AwsError;
import dev.parvis.emulators.wire.Json;

/** The members of a JSON object by type; one that is missing is empty, one of another type is a bad request. */
record Fields(Map<String, Object> object) {
    boolean has(String name) {
        return object.get(name) != null;
    }

    String text(String name) {
        return switch (object.getOrDefault(name, "")) {
            case String text -> text;
            default -> throw wrong(name);
        };
    }

    List<String> texts(String name) {
        return list(name).stream()
                .map(element -> element instanceof String text ? text : fail(name))
                .toList();
    }

    Map<String, String> pairs(String name) {
        var pairs = new LinkedHashMap<String, String>();
        in(name).object().forEach((key, value) -> pairs.put(key, value instanceof String text ? text : fail(name)));
        return pairs;
    }

    Fields in(String name) {
        return switch (object.getOrDefault(name, Map.of())) {
            case Map<?, ?> map -> new Fields(Json.strings(map));
            default -> throw wrong(name);
        };
    }

    List<Fields> all(String name) {
        return list(name).stream()
                .map(element ->
                        element instanceof Map<?, ?> map ? new Fields(Json.strings(map)) : this.<Fields>bad(name))
                .toList();
    }

    private List<?> list(String name) {
        return switch (object.getOrDefault(name, List.of())) {
            case List<?> list -> list;
            default -> throw wrong(name);
        };
    }

    private String fail(String name) {
        throw wrong(name);
    }

    private <T> T bad(String name) {
        throw wrong(name);
    }

    private static AwsError wrong(String name) {
        return AwsError.badRequest("The member " + name + " is of the wrong type.");
    }
}
