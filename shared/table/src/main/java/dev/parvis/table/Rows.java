package dev.parvis.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;

/** Reads and writes rows. A conditional write that the SDK repeated knows its own first success by the mark. */
final class Rows {
    static final String MARK = "mark";
    private static final int MOST_IN_BATCH = 100;
    private static final int MOST_ROUNDS = 8;

    private final DynamoDbClient client;
    private final String table;
    private final Marks marks;

    Rows(DynamoDbClient client, String table, Marks marks) {
        this.client = client;
        this.table = table;
        this.marks = marks;
    }

    String mark() {
        return marks.next();
    }

    Transaction transaction() {
        return new Transaction(client, table);
    }

    /** The cheap read: a row written within the last second may be missing, or be as it was. */
    Optional<Row> look(Key key) {
        return get(key, false);
    }

    /** Strongly consistent, at twice the price. */
    Optional<Row> latest(Key key) {
        return get(key, true);
    }

    /** The cheap read, and the strong one when it found nothing. */
    Optional<Row> find(Key key) {
        return look(key).or(() -> latest(key));
    }

    private Optional<Row> get(Key key, boolean strong) {
        var request = GetItemRequest.builder()
                .tableName(table)
                .key(key.map())
                .consistentRead(strong)
                .build();
        return Row.ofAnswer(client.getItem(request).item());
    }

    /** Writes the whole row, with a mark of its own unless it carries one. */
    Wrote put(Attributes row, Expression condition) {
        var marked = marked(row);
        var request = PutItemRequest.builder().tableName(table).item(marked);
        if (!condition.isNone()) {
            request.conditionExpression(condition.text())
                    .expressionAttributeNames(Expression.names(condition))
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
            if (!condition.values().isEmpty()) {
                request.expressionAttributeValues(condition.values());
            }
        }
        try {
            settled(() -> client.putItem(request.build()));
            return new Wrote.Done(Row.of(marked));
        } catch (ConditionalCheckFailedException failed) {
            return lostUnlessOurs(failed, MARK, Row.of(marked).text(MARK));
        }
    }

    /** True when the row was not there. */
    boolean putNew(Attributes row) {
        return switch (put(row, Expression.NEW)) {
            case Wrote.Done done -> true;
            case Wrote.Lost lost -> false;
        };
    }

    void put(Attributes row) {
        put(row, Expression.NONE);
    }

    /** {@code change} must set the attribute {@code markedBy} to {@code :mark}. */
    Wrote update(Key key, Expression change, Expression condition, String markedBy) {
        var request = UpdateItemRequest.builder()
                .tableName(table)
                .key(key.map())
                .updateExpression(change.text())
                .conditionExpression(condition.isNone() ? null : condition.text())
                .expressionAttributeNames(Expression.names(change, condition))
                .expressionAttributeValues(Expression.values(change, condition))
                .returnValues(ReturnValue.ALL_NEW)
                .returnValuesOnConditionCheckFailure(
                        condition.isNone() ? null : ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
        try {
            return new Wrote.Done(
                    Row.of(settled(() -> client.updateItem(request)).attributes()));
        } catch (ConditionalCheckFailedException failed) {
            var mark = Objects.requireNonNull(change.values().get(":" + MARK), "an update is marked");
            return lostUnlessOurs(failed, markedBy, mark.s());
        }
    }

    private static Wrote lostUnlessOurs(ConditionalCheckFailedException failed, String markedBy, String mark) {
        var there = Row.ofAnswer(failed.item());
        return there.filter(row -> row.textOrEmpty(markedBy).equals(mark))
                .<Wrote>map(Wrote.Done::new)
                .orElseGet(() -> new Wrote.Lost(there));
    }

    /** Empty when it was deleted; else what is there and does not fulfil the condition. */
    Optional<Wrote.Lost> delete(Key key, Expression condition) {
        var request = DeleteItemRequest.builder().tableName(table).key(key.map());
        if (!condition.isNone()) {
            request.conditionExpression(condition.text())
                    .expressionAttributeNames(Expression.names(condition))
                    .expressionAttributeValues(condition.values().isEmpty() ? null : condition.values())
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD);
        }
        try {
            settled(() -> client.deleteItem(request.build()));
            return Optional.empty();
        } catch (ConditionalCheckFailedException failed) {
            return Optional.of(new Wrote.Lost(Row.ofAnswer(failed.item())));
        }
    }

    void delete(Key key) {
        delete(key, Expression.NONE);
    }

    /** At most {@code limit} rows of a range; the answer may be short of it only when the range is. */
    List<Row> query(Range range, int limit, Optional<String> after) {
        var found = new ArrayList<Row>();
        if (range.isEmpty()) {
            return found;
        }
        var start = after.map(range::start).orElse(Map.of());
        do {
            var request = request(range, limit - found.size(), start);
            var answer = client.query(request);
            answer.items().forEach(item -> found.add(Row.of(item)));
            start = answer.hasLastEvaluatedKey() ? answer.lastEvaluatedKey() : Map.of();
        } while (!start.isEmpty() && found.size() < limit);
        return found;
    }

    /** Every row of a range that is small by nature. */
    List<Row> all(Range range) {
        return query(range, Integer.MAX_VALUE, Optional.empty());
    }

    /** One page, and where the next one starts. */
    Page<Row> page(Range range, PageRequest page) {
        var found = query(range, page.limit() + 1, page.after());
        if (found.size() <= page.limit()) {
            return Page.last(found);
        }
        var shown = found.subList(0, page.limit());
        return new Page<>(shown, Optional.of(range.cursor(shown.getLast())));
    }

    private QueryRequest request(Range range, int limit, Map<String, AttributeValue> start) {
        var condition = range.condition();
        return QueryRequest.builder()
                .tableName(table)
                .indexName(range.index())
                .keyConditionExpression(condition.text())
                .expressionAttributeNames(Expression.names(condition))
                .expressionAttributeValues(condition.values())
                .consistentRead(range.strong() ? true : null)
                .scanIndexForward(!range.newestFirst())
                .limit(limit == Integer.MAX_VALUE ? null : limit)
                .exclusiveStartKey(start.isEmpty() ? null : start)
                .build();
    }

    /** The rows that are there, by key. */
    Map<Key, Row> batch(Collection<Key> keys) {
        var distinct = keys.stream().distinct().toList();
        var found = new HashMap<Key, Row>();
        for (var from = 0; from < distinct.size(); from += MOST_IN_BATCH) {
            var until = Math.min(from + MOST_IN_BATCH, distinct.size());
            batch(distinct.subList(from, until).stream().map(Key::map).toList(), found);
        }
        return found;
    }

    private void batch(List<Map<String, AttributeValue>> keys, Map<Key, Row> into) {
        var left = keys;
        for (var round = 0; !left.isEmpty(); round++) {
            if (round == MOST_ROUNDS) {
                throw new IllegalStateException("the table left " + left.size() + " keys of a batch unread");
            }
            var wanted = KeysAndAttributes.builder().keys(left).build();
            var answer = client.batchGetItem(BatchGetItemRequest.builder()
                    .requestItems(Map.of(table, wanted))
                    .build());
            answer.responses().getOrDefault(table, List.of()).forEach(item -> {
                var row = Row.of(item);
                into.put(row.key(), row);
            });
            var unread = answer.unprocessedKeys().get(table);
            left = unread == null ? List.of() : unread.keys();
        }
    }

    /** A row that a transaction is about to write refuses single writes for that moment. */
    private static <T> T settled(Supplier<T> write) {
        for (var round = 1; ; round++) {
            try {
                return write.get();
            } catch (TransactionConflictException conflict) {
                if (round == MOST_ROUNDS) {
                    throw conflict;
                }
            }
        }
    }

    private Map<String, AttributeValue> marked(Attributes row) {
        var map = row.map();
        return map.containsKey(MARK)
                ? map
                : Attributes.of(map).text(MARK, marks.next()).map();
    }
}
