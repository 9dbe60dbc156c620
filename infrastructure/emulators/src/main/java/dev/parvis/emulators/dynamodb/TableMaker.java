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
        if (!created.isOk() && !created.error().equals("ResourceInUseException")) {
            throw new EmulatorFailed("CreateTable " + name + " was refused: " + created.text());
        }
        if (!table.timeToLive().isEmpty()) {
            expire(table, name);
        }
    }

    void delete(String name) {
        var deleted = dynamo.call("DeleteTable", Map.of("TableName", name));
        if (!deleted.isOk() && !deleted.error().equals("ResourceNotFoundException")) {
            throw new EmulatorFailed("DeleteTable " + name + " was refused: " + deleted.text());
        }
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
            throw new EmulatorFailed("UpdateTimeToLive " + name + " was refused: " + updated.text());
        }
    }

    private static Map<String, Object> declaration(TableSpec table, String name) {
        var request = new LinkedHashMap<String, Object>();
        request.put("TableName", name);
        request.put("BillingMode", "PAY_PER_REQUEST");
        request.put("KeySchema", keys(table.keys()));
        request.put(
                "AttributeDefinitions",
                table.attributes().entrySet().stream()
                        .map(entry -> Map.of("AttributeName", entry.getKey(), "AttributeType", entry.getValue()))
                        .toList());
        if (!table.indexes().isEmpty()) {
            request.put(
                    "GlobalSecondaryIndexes",
                    table.indexes().stream().map(TableMaker::index).toList());
        }
        return request;
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
