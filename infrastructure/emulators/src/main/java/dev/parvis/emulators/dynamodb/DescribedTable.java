package dev.parvis.emulators.dynamodb;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.parvis.emulators.template.TableSpec;
import dev.parvis.emulators.wire.Json;

/** What {@code DescribeTable} says of a table's shape, in the template's terms. */
record DescribedTable(TableSpec.Keys keys, Map<String, TableSpec.Index> indexes) {

    static DescribedTable of(String answer) {
        var table = map(Json.object(answer.getBytes(StandardCharsets.UTF_8)).get("Table"));
        var indexes = new LinkedHashMap<String, TableSpec.Index>();
        for (var node : list(table.get("GlobalSecondaryIndexes"))) {
            var index = map(node);
            var projection = map(index.get("Projection"));
            var name = String.valueOf(index.get("IndexName"));
            var included = list(projection.get("NonKeyAttributes")).stream()
                    .map(String::valueOf)
                    .toList();
            var type = String.valueOf(projection.get("ProjectionType"));
            indexes.put(name, new TableSpec.Index(name, keysOf(index), type, included));
        }
        return new DescribedTable(keysOf(table), indexes);
    }

    private static TableSpec.Keys keysOf(Map<String, Object> node) {
        var partition = "";
        var sort = "";
        for (var element : list(node.get("KeySchema"))) {
            var key = map(element);
            var name = String.valueOf(key.get("AttributeName"));
            if ("HASH".equals(key.get("KeyType"))) {
                partition = name;
            } else {
                sort = name;
            }
        }
        return new TableSpec.Keys(partition, sort);
    }

    private static Map<String, Object> map(@Nullable Object node) {
        return node instanceof Map<?, ?> map ? Json.strings(map) : Map.of();
    }

    private static List<?> list(@Nullable Object node) {
        return node instanceof List<?> list ? list : List.of();
    }
}
