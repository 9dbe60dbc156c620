package dev.parvis.bench.units;

import java.util.List;
import java.util.Set;

import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.text.Utf8;

/** Reads what one call consumed from its request and answer, as the wire has them. */
final class Consumed {

    private static final Set<String> READS = Set.of("GetItem", "BatchGetItem", "Query", "TransactGetItems");
    private static final double HALF = 0.5;
    private static final double KB = 1024;

    private Consumed() {}

    static Call by(String operation, Json request, int status, Json answer) {
        var purpose = Purpose.of(operation, request.toString());
        String row = row(request);
        if (status / 100 != 2) {
            double failed = failed(answer);
            return new Call(operation, purpose, row, 0, failed, failed > 0);
        }
        double units = units(answer.at("ConsumedCapacity"));
        return READS.contains(operation)
                ? new Call(operation, purpose, row, Math.max(units, least(request)), 0, false)
                : new Call(operation, purpose, row, 0, units, false);
    }

    /** One for a call on an item, several for a batch or a transaction. */
    private static double units(Json capacity) {
        List<Json> all = capacity instanceof Json.Arr(var several) ? several : List.of(capacity);
        return all.stream()
                .flatMap(one -> one.at("CapacityUnits").number().stream())
                .mapToDouble(Number::doubleValue)
                .sum();
    }

    /** A read that finds nothing costs as much as a small one; DynamoDB Local reports none for a query. */
    private static double least(Json request) {
        return request.at("ConsistentRead").truth().orElse(false) ? 1 : HALF;
    }

    /** A unit for each KB of the row that the condition failed on; two for each row of a cancelled transaction. */
    private static double failed(Json answer) {
        String type = answer.at("__type").textOr("");
        if (type.endsWith("ConditionalCheckFailedException")) {
            return Math.max(1, Math.ceil(size(answer.at("Item")) / KB));
        }
        return type.endsWith("TransactionCanceledException")
                ? 2.0 * answer.at("CancellationReasons").items().size()
                : 0;
    }

    /** Names and values, without the letters that tell their types. */
    private static double size(Json item) {
        return item.fields().entrySet().stream()
                .mapToDouble(attribute -> Utf8.length(attribute.getKey())
                        + attribute.getValue().fields().values().stream()
                                .mapToDouble(value -> Utf8.length(value.textOr(value.toString())))
                                .sum())
                .sum();
    }

    private static String row(Json request) {
        return request.at("Key", "sk", "S")
                .text()
                .orElse(request.at("Item", "sk", "S").textOr(""));
    }
}
