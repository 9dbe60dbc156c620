package dev.parvis.emulators.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads resolved YAML nodes as the type that a place in the template must have. */
final class Nodes {
    private Nodes() {}

    static Map<String, Object> map(Object node) {
        if (node instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<String, Object>();
            map.forEach((key, value) -> copy.put(String.valueOf(key), value));
            return copy;
        }
        throw new TemplateError("a mapping was expected, found " + shown(node));
    }

    static Map<String, Object> map(Map<String, Object> parent, String key) {
        var node = parent.get(key);
        return node == null ? Map.of() : map(node);
    }

    static List<?> list(Map<String, Object> parent, String key) {
        return switch (parent.get(key)) {
            case null -> List.of();
            case List<?> list -> list;
            case Object other -> List.of(other);
        };
    }

    static String text(Map<String, Object> parent, String key, String otherwise) {
        var node = parent.get(key);
        return node == null ? otherwise : scalar(node);
    }

    static String text(Map<String, Object> parent, String key) {
        var node = parent.get(key);
        if (node == null) {
            throw new TemplateError(key + " is missing among " + parent.keySet());
        }
        return scalar(node);
    }

    static int number(Map<String, Object> parent, String key, int otherwise) {
        var text = text(parent, key, String.valueOf(otherwise));
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new TemplateError(key + " must be a whole number, found " + text, e);
        }
    }

    static String scalar(Object node) {
        return switch (node) {
            case String text -> text;
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            default -> throw new TemplateError("a text was expected, found " + shown(node));
        };
    }

    private static String shown(Object node) {
        var text = String.valueOf(node);
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }
}
