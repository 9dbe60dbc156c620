package dev.parvis.functions.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

import dev.parvis.functions.api.Document.Operation;
import dev.parvis.kernel.json.Json;

/** Every place of a body that its schema knows, and the example of the document with something else in that one place. */
final class Leaves {
    private static final int DEEPEST = 7;

    private final Document document;

    Leaves(Document document) {
        this.document = document;
    }

    /** A place in a body: names of members, and 0 for an array's first element. */
    record Leaf(List<Object> path, boolean isId) {
        Leaf {
            path = List.copyOf(path);
        }

        @Override
        public String toString() {
            return path.toString();
        }
    }

    List<Leaf> of(Operation operation) {
        var leaves = new ArrayList<Leaf>();
        operation.bodySchema().ifPresent(schema -> walk(schema, List.of(), leaves));
        return leaves.stream().distinct().toList();
    }

    private void walk(Json schema, List<Object> path, List<Leaf> into) {
        var isId = schema.at("$ref").textOr("").endsWith("/Id");
        var node = document.resolved(schema);
        if (!path.isEmpty()) {
            into.add(new Leaf(path, isId));
        }
        if (path.size() > DEEPEST) {
            return;
        }
        Stream.of("anyOf", "oneOf", "allOf")
                .flatMap(name -> node.at(name).items().stream())
                .forEach(choice -> walk(choice, path, into));
        node.at("properties").fields().forEach((name, property) -> walk(property, and(path, name), into));
        if (!node.at("items").isMissing()) {
            walk(node.at("items"), and(path, 0), into);
        }
        if (node.at("additionalProperties") instanceof Json.Obj others) {
            walk(others, and(path, "sandbox"), into);
        }
    }

    private static List<Object> and(List<Object> path, Object step) {
        return Stream.concat(path.stream(), Stream.of(step)).toList();
    }

    /** {@code body} with {@code value} at this place; what is missing on the way is made. */
    static Json with(Json body, List<Object> path, Json value) {
        if (path.isEmpty()) {
            return value;
        }
        var rest = path.subList(1, path.size());
        if (path.getFirst() instanceof Integer) {
            var first = body.items().isEmpty() ? Json.absent() : body.items().getFirst();
            var elements = new ArrayList<>(body.items().stream().skip(1).toList());
            elements.addFirst(with(first, rest, value));
            return new Json.Arr(elements);
        }
        var members = new LinkedHashMap<>(body.fields());
        var name = (String) path.getFirst();
        members.put(name, with(body.at(name), rest, value));
        return new Json.Obj(members);
    }
}
