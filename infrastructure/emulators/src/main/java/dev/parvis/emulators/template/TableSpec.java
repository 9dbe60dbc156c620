package dev.parvis.emulators.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table as the template declares it.
 *
 * @param id its logical id
 * @param attributes attribute name to type ({@code S}, {@code N}, {@code B}), key attributes only
 * @param timeToLive the attribute that holds the expiry in epoch seconds, empty when the table has none
 */
public record TableSpec(String id, Map<String, String> attributes, Keys keys, List<Index> indexes, String timeToLive) {
    /** A partition key and, unless empty, a sort key. */
    public record Keys(String partition, String sort) {}

    /**
     * A global secondary index.
     *
     * @param projection {@code ALL}, {@code KEYS_ONLY} or {@code INCLUDE}
     * @param included the attributes of an {@code INCLUDE} projection
     */
    public record Index(String name, Keys keys, String projection, List<String> included) {}

    static TableSpec of(String id, Map<String, Object> properties) {
        var attributes = new LinkedHashMap<String, String>();
        for (var attribute : Nodes.list(properties, "AttributeDefinitions")) {
            var definition = Nodes.map(attribute);
            attributes.put(Nodes.text(definition, "AttributeName"), Nodes.text(definition, "AttributeType"));
        }
        var indexes = Nodes.list(properties, "GlobalSecondaryIndexes").stream()
                .map(node -> index(Nodes.map(node)))
                .toList();
        var ttl = Nodes.map(properties, "TimeToLiveSpecification");
        var expires = Nodes.text(ttl, "Enabled", "false").equals("true") ? Nodes.text(ttl, "AttributeName") : "";
        return new TableSpec(id, Map.copyOf(attributes), keys(properties), indexes, expires);
    }

    private static Index index(Map<String, Object> properties) {
        var projection = Nodes.map(properties, "Projection");
        return new Index(
                Nodes.text(properties, "IndexName"),
                keys(properties),
                Nodes.text(projection, "ProjectionType"),
                Nodes.list(projection, "NonKeyAttributes").stream()
                        .map(Nodes::scalar)
                        .toList());
    }

    private static Keys keys(Map<String, Object> properties) {
        var partition = "";
        var sort = "";
        for (var node : Nodes.list(properties, "KeySchema")) {
            var key = Nodes.map(node);
            if (Nodes.text(key, "KeyType").equals("HASH")) {
                partition = Nodes.text(key, "AttributeName");
            } else {
                sort = Nodes.text(key, "AttributeName");
            }
        }
        if (partition.isEmpty()) {
            throw new TemplateError("a table or index has no HASH key");
        }
        return new Keys(partition, sort);
    }
}
