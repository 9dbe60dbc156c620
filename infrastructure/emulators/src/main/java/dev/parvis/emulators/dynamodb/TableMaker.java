package dev.parvis.emulators.dynamodb;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.parvis.emulators.EmulatorFailed;
import dev.parvis.emulators.template.TableSpec;
import dev.parvis.emulators.wire.AwsJson;

/**
 * Makes a table from its declaration on a DynamoDB that does not check signatures (DynamoDB Local, LocalStack). Plain
 * requests rather than an SDK client: loading one costs 600 ms and 30 MB that the suite would pay at every start.
 */
final class TableMaker {
    private final AwsJson dynamo;

    TableMaker(URI endpoint) {
        this.dynamo = new AwsJson(endpoint, "dynamodb", "DynamoDB_20120810", "1.0");
    }

    void create(TableSpec table, String name) {
        var created = dynamo.call("CreateTable", declaration(table, name));
        if (created.error().equals("ResourceInUseException")) {
            bringUpToDate(table, name);
        } else if (!created.isOk()) {
            throw refused("CreateTable", name, created);
        }
        if (!table.timeToLive().isEmpty()) {
            expire(table, name);
        }
    }

    void delete(String name) {
        var deleted = dynamo.call("DeleteTable", Map.of("TableName", name));
        if (!deleted.isOk() && !deleted.error().equals("ResourceNotFoundException")) {
            throw refused("DeleteTable", name, deleted);
        }
    }

    /** As CloudFormation would: an index that is missing is added; keys and indexes that differ cannot be changed. */
    private void bringUpToDate(TableSpec table, String name) {
        var described = dynamo.call("DescribeTable", Map.of("TableName", name));
        if (!described.isOk()) {
            throw refused("DescribeTable", name, described);
        }
        var there = DescribedTable.of(described.text());
        for (var index : table.indexes()) {
            if (!there.indexes().containsKey(index.name())) {
                add(table, index, name);
            } else if (!index.equals(there.indexes().get(index.name()))) {
                throw outdated(name, "index " + index.name());
            }
        }
        if (!there.keys().equals(table.keys())) {
            throw outdated(name, "key");
        }
    }

    private void add(TableSpec table, TableSpec.Index index, String name) {
        var updated = dynamo.call(
                "UpdateTable",
                Map.of(
                        "TableName",
                        name,
                        "AttributeDefinitions",
                        attributes(table),
                        "GlobalSecondaryIndexUpdates",
                        List.of(Map.of("Create", index(index)))));
        if (!updated.isOk()) {
            throw refused("UpdateTable", name, updated);
        }
    }

    private static EmulatorFailed outdated(String name, String what) {
        return new EmulatorFailed("The table " + name + " was made by another version of template.yaml: its " + what
                + " is another. Remove the folder it is kept in to start afresh.");
    }

    private static EmulatorFailed refused(String operation, String name, AwsJson.Answer answer) {
        return new EmulatorFailed(operation + " " + name + " was refused: " + answer.text());
    }

    private void expire(TableSpec table, String name) {
        var described = dynamo.call("DescribeTimeToLive", Map.of("TableName", name));
        if (described.isOk() && described.text().contains("\"ENABLED\"")) {
            return;
        }
        var specification = Map.of("AttributeName", table.timeToLive(), "Enabled", true);
        var updated =
                dynamo.call("UpdateTimeToLive", Map.of("TableName", name, "TimeToLiveSpecification", specification));
        if (!updated.isOk()) {
            throw refused("UpdateTimeToLive", name, updated);
        }
    }

    private static Map<String, Object> declaration(TableSpec table, String name) {
        var request = new LinkedHashMap<String, Object>();
        request.put("TableName", name);
        request.put("BillingMode", "PAY_PER_REQUEST");
        request.put("KeySchema", keys(table.keys()));
        request.put("AttributeDefinitions", attributes(table));
        if (!table.indexes().isEmpty()) {
            request.put(
                    "GlobalSecondaryIndexes",
                    table.indexes().stream().map(TableMaker::index).toList());
        }
        return request;
    }

    private static List<Map<String, String>> attributes(TableSpec table) {
        return table.attributes().entrySet().stream()
                .map(entry -> Map.of("AttributeName", entry.getKey(), "AttributeType", entry.getValue()))
                .toList();
    }

    private static Map<String, Object> index(TableSpec.Index index) {
        var projection = new LinkedHashMap<String, Object>();
        projection.put("ProjectionType", index.projection());
        if (!index.included().isEmpty()) {
            projection.put("NonKeyAttributes", index.included());
        }
        return Map.of("IndexName", index.name(), "KeySchema", keys(index.keys()), "Projection", projection);
    }

    private static List<Map<String, String>> keys(TableSpec.Keys keys) {
        var schema = new ArrayList<Map<String, String>>();
        schema.add(Map.of("AttributeName", keys.partition(), "KeyType", "HASH"));
        if (!keys.sort().isEmpty()) {
            schema.add(Map.of("AttributeName", keys.sort(), "KeyType", "RANGE"));
        }
        return schema;
    }
}
