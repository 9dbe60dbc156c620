package dev.parvis.bench.units;

import org.junit.jupiter.api.Test;

import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

class ConsumedTest {

    private static final Json KEY = Json.parse("{\"Key\":{\"pk\":{\"S\":\"W#1\"},\"sk\":{\"S\":\"POST#7\"}}}");

    @Test
    void a_write_costs_what_the_answer_says_and_names_its_row() {
        var call = Consumed.by("UpdateItem", KEY, 200, capacity("{\"CapacityUnits\":3.0}"));

        assertThat(call.writes()).isEqualTo(3);
        assertThat(call.reads()).isZero();
        assertThat(call.row()).isEqualTo("POST#7");
        assertThat(call.failed()).isFalse();
    }

    @Test
    void a_put_names_the_row_of_its_item() {
        var put = Json.parse("{\"Item\":{\"pk\":{\"S\":\"W#1\"},\"sk\":{\"S\":\"AUDIT#9\"}}}");

        assertThat(Consumed.by("PutItem", put, 200, capacity("{\"CapacityUnits\":1}"))
                        .row())
                .isEqualTo("AUDIT#9");
    }

    @Test
    void a_transaction_costs_the_sum_over_its_tables() {
        var call = Consumed.by(
                "TransactWriteItems", Json.obj(), 200, capacity("[{\"CapacityUnits\":4.0},{\"CapacityUnits\":2.0}]"));

        assertThat(call.writes()).isEqualTo(6);
        assertThat(call.row()).isEmpty();
    }

    @Test
    void a_query_that_finds_nothing_costs_half_a_unit_though_none_is_reported() {
        var call = Consumed.by("Query", Json.obj(), 200, capacity("{\"CapacityUnits\":0.0}"));

        assertThat(call.reads()).isEqualTo(0.5);
        assertThat(call.writes()).isZero();
    }

    @Test
    void a_consistent_read_costs_a_whole_one_at_least() {
        var consistent = Json.obj("ConsistentRead", true);

        assertThat(Consumed.by("GetItem", consistent, 200, Json.obj()).reads()).isEqualTo(1);
        assertThat(Consumed.by("GetItem", consistent, 200, capacity("{\"CapacityUnits\":2.5}"))
                        .reads())
                .isEqualTo(2.5);
    }

    @Test
    void a_failed_condition_costs_a_unit_for_each_kb_of_the_row_it_met() {
        var large = "x".repeat(1024);
        var answer = Json.obj(
                "__type",
                "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException",
                "Item",
                Json.obj("sk", Json.obj("S", "POST#7"), "text", Json.obj("S", large)));

        var call = Consumed.by("UpdateItem", KEY, 400, answer);

        assertThat(call.writes()).isEqualTo(2);
        assertThat(call.failed()).isTrue();
    }

    @Test
    void a_failed_condition_that_shows_no_row_costs_one_unit() {
        var answer = Json.obj("__type", "x#ConditionalCheckFailedException");

        assertThat(Consumed.by("PutItem", KEY, 400, answer).writes()).isEqualTo(1);
    }

    @Test
    void a_row_is_measured_in_bytes_and_not_in_letters() {
        var answer = Json.obj(
                "__type", "x#ConditionalCheckFailedException", "Item", Json.obj("t", Json.obj("S", "é".repeat(600))));

        assertThat(Consumed.by("PutItem", KEY, 400, answer).writes()).isEqualTo(2);
    }

    @Test
    void a_cancelled_transaction_costs_two_units_for_each_of_its_rows() {
        var answer = Json.parse("{\"__type\":\"x#TransactionCanceledException\",\"CancellationReasons\":"
                + "[{\"Code\":\"None\"},{\"Code\":\"ConditionalCheckFailed\"},{\"Code\":\"None\"}]}");

        var call = Consumed.by("TransactWriteItems", Json.obj(), 400, answer);

        assertThat(call.writes()).isEqualTo(6);
        assertThat(call.failed()).isTrue();
    }

    @Test
    void a_refusal_that_is_no_failed_condition_costs_nothing() {
        var call = Consumed.by("PutItem", KEY, 400, Json.obj("__type", "x#ValidationException"));

        assertThat(call.writes()).isZero();
        assertThat(call.failed()).isFalse();
    }

    private static Json capacity(String consumed) {
        return Json.parse("{\"ConsumedCapacity\":" + consumed + "}");
    }
}
