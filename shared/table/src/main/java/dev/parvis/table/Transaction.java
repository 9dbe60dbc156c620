package dev.parvis.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.Update;

import dev.parvis.table.Outcome.Cancelled;

/**
 * Writes of several rows that take together or not at all (at most 100). The SDK gives it a token, so its own retries
 * are one transaction to DynamoDB.
 */
final class Transaction {
    private static final int MOST_ROUNDS = 6;
    private static final ReturnValuesOnConditionCheckFailure SHOW = ReturnValuesOnConditionCheckFailure.ALL_OLD;

    private final DynamoDbClient client;
    private final String table;
    private final List<TransactWriteItem> items = new ArrayList<>();

    Transaction(DynamoDbClient client, String table) {
        this.client = client;
        this.table = table;
    }

    int size() {
        return items.size();
    }

    Transaction put(Attributes row, Expression condition) {
        var put = Put.builder().tableName(table).item(row.map());
        if (!condition.isNone()) {
            put.conditionExpression(condition.text())
                    .expressionAttributeNames(Expression.names(condition))
                    .expressionAttributeValues(orNull(condition))
                    .returnValuesOnConditionCheckFailure(SHOW);
        }
        return add(TransactWriteItem.builder().put(put.build()).build());
    }

    Transaction delete(Key key, Expression condition) {
        var delete = Delete.builder().tableName(table).key(key.map());
        if (!condition.isNone()) {
            delete.conditionExpression(condition.text())
                    .expressionAttributeNames(Expression.names(condition))
                    .expressionAttributeValues(orNull(condition))
                    .returnValuesOnConditionCheckFailure(SHOW);
        }
        return add(TransactWriteItem.builder().delete(delete.build()).build());
    }

    Transaction delete(Key key) {
        return delete(key, Expression.NONE);
    }

    Transaction check(Key key, Expression condition) {
        var check = ConditionCheck.builder()
                .tableName(table)
                .key(key.map())
                .conditionExpression(condition.text())
                .expressionAttributeNames(Expression.names(condition))
                .expressionAttributeValues(orNull(condition))
                .returnValuesOnConditionCheckFailure(SHOW)
                .build();
        return add(TransactWriteItem.builder().conditionCheck(check).build());
    }

    /** Adds to the number of a counter's row. */
    Transaction count(Key key, long more) {
        return update(key, Expression.of("ADD #count :more").with("more", more), Expression.NONE);
    }

    Transaction update(Key key, Expression change, Expression condition) {
        var update = Update.builder()
                .tableName(table)
                .key(key.map())
                .updateExpression(change.text())
                .conditionExpression(condition.isNone() ? null : condition.text())
                .expressionAttributeNames(Expression.names(change, condition))
                .expressionAttributeValues(Expression.values(change, condition))
                .returnValuesOnConditionCheckFailure(condition.isNone() ? null : SHOW)
                .build();
        return add(TransactWriteItem.builder().update(update).build());
    }

    /** Commits; begins again when it ran into another transaction on the same rows. */
    Outcome commit() {
        var request = TransactWriteItemsRequest.builder().transactItems(items).build();
        for (var round = 1; ; round++) {
            try {
                client.transactWriteItems(request);
                return new Outcome.Committed();
            } catch (TransactionCanceledException cancelled) {
                var failed = failed(cancelled.cancellationReasons());
                if (!failed.isEmpty()) {
                    return new Cancelled(failed);
                }
                if (round == MOST_ROUNDS || !isConflict(cancelled.cancellationReasons())) {
                    throw cancelled;
                }
            }
        }
    }

    private Transaction add(TransactWriteItem item) {
        items.add(item);
        return this;
    }

    private static Map<Integer, Optional<Row>> failed(List<CancellationReason> reasons) {
        var failed = new HashMap<Integer, Optional<Row>>();
        for (var i = 0; i < reasons.size(); i++) {
            if ("ConditionalCheckFailed".equals(reasons.get(i).code())) {
                failed.put(i, Row.ofAnswer(reasons.get(i).item()));
            }
        }
        return failed;
    }

    private static boolean isConflict(List<CancellationReason> reasons) {
        return reasons.stream().anyMatch(reason -> "TransactionConflict".equals(reason.code()));
    }

    private static @Nullable Map<String, AttributeValue> orNull(Expression condition) {
        return condition.values().isEmpty() ? null : condition.values();
    }
}
