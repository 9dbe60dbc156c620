package dev.parvis.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

/**
 * Adds up what DynamoDB says each call consumed, indexes included, and what it leaves out: a failed condition costs a
 * unit for each KB of the row it failed on. For tests and the bench: register it on the client. Thread-safe.
 */
public final class CapacityMeter implements ExecutionInterceptor {
    private static final double KB = 1024;
    private static final double HALF = 0.5;

    /** What one call consumed. {@code failed} units are ours to count: DynamoDB does not report them. */
    public record Call(String operation, double reads, double writes, double failed) {}

    /** What was consumed since the meter was last cleared, in DynamoDB's units; failed writes are in {@code writes}. */
    public record Units(double reads, double writes) {}

    private final List<Call> calls = new ArrayList<>();

    public synchronized void clear() {
        calls.clear();
    }

    public synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    public Units units() {
        var all = calls();
        return new Units(
                all.stream().mapToDouble(Call::reads).sum(),
                all.stream().mapToDouble(call -> call.writes() + call.failed()).sum());
    }

    /** One line per operation, for a table. */
    public String table() {
        var lines = new TreeMap<String, String>();
        calls().forEach(call -> lines.merge(
                call.operation(),
                "reads " + call.reads() + " writes " + (call.writes() + call.failed()),
                (a, b) -> a + "; " + b));
        return String.join("\n", lines.entrySet().stream().map(Object::toString).toList());
    }

    @Override
    public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
        var wanted = ReturnConsumedCapacity.INDEXES;
        return switch (context.request()) {
            case GetItemRequest r ->
                r.toBuilder().returnConsumedCapacity(wanted).build();
            case BatchGetItemRequest r ->
                r.toBuilder().returnConsumedCapacity(wanted).build();
            case QueryRequest r -> r.toBuilder().returnConsumedCapacity(wanted).build();
            case PutItemRequest r ->
                r.toBuilder().returnConsumedCapacity(wanted).build();
            case UpdateItemRequest r ->
                r.toBuilder().returnConsumedCapacity(wanted).build();
            case DeleteItemRequest r ->
                r.toBuilder().returnConsumedCapacity(wanted).build();
            case TransactWriteItemsRequest r ->
                r.toBuilder().returnConsumedCapacity(wanted).build();
            case SdkRequest other -> other;
        };
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        var operation = context.request().getClass().getSimpleName().replace("Request", "");
        var consumed = consumed(context.response());
        var writes = isWrite(context.request());
        var units = consumed.stream().mapToDouble(CapacityMeter::units).sum();
        count(new Call(operation, writes ? 0 : Math.max(units, least(context.request())), writes ? units : 0, 0));
    }

    @Override
    public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
        switch (context.exception()) {
            case ConditionalCheckFailedException failed ->
                count(new Call(
                        "failed condition", 0, 0, Math.max(1, Math.ceil(Attributes.sizeOf(failed.item()) / KB))));
            case TransactionCanceledException cancelled ->
                count(new Call(
                        "cancelled transaction",
                        0,
                        0,
                        2.0 * cancelled.cancellationReasons().size()));
            case Throwable other -> {}
        }
    }

    /** A read that finds nothing costs as much as a small one; DynamoDB Local reports none for a query. */
    private static double least(SdkRequest request) {
        return switch (request) {
            case GetItemRequest r -> Boolean.TRUE.equals(r.consistentRead()) ? 1 : HALF;
            case QueryRequest r -> Boolean.TRUE.equals(r.consistentRead()) ? 1 : HALF;
            case SdkRequest other -> 0;
        };
    }

    private synchronized void count(Call call) {
        calls.add(call);
    }

    private static boolean isWrite(SdkRequest request) {
        return !(request instanceof GetItemRequest
                || request instanceof BatchGetItemRequest
                || request instanceof QueryRequest);
    }

    private static Collection<ConsumedCapacity> consumed(SdkResponse response) {
        return switch (response) {
            case GetItemResponse r -> one(r.consumedCapacity());
            case BatchGetItemResponse r -> r.consumedCapacity();
            case QueryResponse r -> one(r.consumedCapacity());
            case PutItemResponse r -> one(r.consumedCapacity());
            case UpdateItemResponse r -> one(r.consumedCapacity());
            case DeleteItemResponse r -> one(r.consumedCapacity());
            case TransactWriteItemsResponse r -> r.consumedCapacity();
            case SdkResponse other -> List.of();
        };
    }

    private static List<ConsumedCapacity> one(ConsumedCapacity capacity) {
        return capacity == null ? List.of() : List.of(capacity);
    }

    private static double units(ConsumedCapacity capacity) {
        return capacity.capacityUnits() == null ? 0 : capacity.capacityUnits();
    }
}
