package dev.parvis.checks.template;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import dev.parvis.checks.Checkout;
import dev.parvis.emulators.template.DeclaredApi;

import static org.assertj.core.api.Assertions.assertThat;

/** What is kept cannot be lost, what is open is meant to be, and what goes wrong is told. */
class KeptTest {
    private static final Map<String, Object> TABLE = Declared.TEMPLATE.properties("Table");
    private static final Map<String, Object> BUCKET = Declared.TEMPLATE.properties("Bucket");

    @Test
    void the_table_outlives_the_stack_and_every_mistake() {
        assertThat(Declared.raw("Table"))
                .containsEntry("DeletionPolicy", "Retain")
                .containsEntry("UpdateReplacePolicy", "Retain");
        assertThat(TABLE)
                .containsEntry("DeletionProtectionEnabled", true)
                .containsEntry("BillingMode", "PAY_PER_REQUEST");
        assertThat(Declared.at(TABLE, "PointInTimeRecoverySpecification", "PointInTimeRecoveryEnabled"))
                .isEqualTo(true);
        assertThat(Declared.TEMPLATE.table().timeToLive()).isEqualTo("ttl");
        assertThat(TABLE).doesNotContainKey("TableName");
    }

    @Test
    void strangers_cannot_spend_more_units_than_the_owner_allows() {
        List<?> indexes = Declared.list(TABLE.get("GlobalSecondaryIndexes"));

        assertThat(TABLE.get("OnDemandThroughput")).isEqualTo(most());
        assertThat(indexes).hasSizeGreaterThan(5).allSatisfy(index -> assertThat(
                        Declared.map(index).get("OnDemandThroughput"))
                .isEqualTo(most()));
    }

    @Test
    void every_declared_attribute_is_a_key_of_something() {
        var keys = new HashSet<String>();
        var table = Declared.TEMPLATE.table();
        keys.add(table.keys().partition());
        keys.add(table.keys().sort());
        table.indexes()
                .forEach(index -> keys.addAll(
                        List.of(index.keys().partition(), index.keys().sort())));

        assertThat(table.attributes().keySet()).isEqualTo(keys);
    }

    @Test
    void the_bucket_is_private_versioned_encrypted_and_outlives_the_stack() {
        Map<String, Object> open = Declared.map(BUCKET.get("PublicAccessBlockConfiguration"));

        assertThat(Declared.raw("Bucket"))
                .containsEntry("DeletionPolicy", "Retain")
                .containsEntry("UpdateReplacePolicy", "Retain");
        assertThat(open.keySet())
                .containsExactlyInAnyOrder(
                        "BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets");
        assertThat(open.values()).containsOnly(true);
        assertThat(Declared.TEMPLATE.bucket().isVersioned()).isTrue();
        assertThat(BUCKET).containsKey("BucketEncryption").doesNotContainKey("BucketName");
    }

    @Test
    void whoever_calls_brings_a_token_except_on_the_four_open_routes() {
        Set<String> open = Declared.FUNCTIONS.stream()
                .flatMap(function -> function.routes().stream())
                .filter(route -> route.authorizer().isEmpty())
                .map(route -> route.method() + " " + route.path())
                .collect(Collectors.toSet());
        DeclaredApi api = Declared.TEMPLATE.api();
        DeclaredApi.Authorizer jwt = api.authorizers().get(api.defaultAuthorizer());

        assertThat(open)
                .containsExactlyInAnyOrder(
                        "POST /hooks/{workspace}/{channel}",
                        "GET /openapi.json",
                        "GET /a/{token}",
                        "POST /a/{token}",
                        "GET /c/{token}",
                        "GET /stop/{token}",
                        "POST /stop/{token}",
                        "GET /h/{token}",
                        "POST /h/{token}",
                        "GET /r/{token}",
                        "POST /r/{token}");
        assertThat(jwt).isNotNull();
        assertThat(jwt.identitySource()).isEqualTo("$request.header.Authorization");
        assertThat(jwt.audience()).hasSize(1).doesNotContain("");
        assertThat(api.rate()).isBetween(1, 100);
        assertThat(api.burst()).isBetween(1, 500);
    }

    @Test
    void nobody_signs_up_by_themselves() {
        Object pool = Declared.TEMPLATE.properties("UserPool");

        assertThat(Declared.at(pool, "AdminCreateUserConfig", "AllowAdminCreateUserOnly"))
                .isEqualTo(true);
    }

    @Test
    void three_alarms_and_a_budget_watch_over_every_function() {
        List<String> alarms = Declared.TEMPLATE.resourcesOf("AWS::CloudWatch::Alarm");

        assertThat(alarms).containsExactlyInAnyOrder("ErrorsAlarm", "ThrottlesAlarm", "OldestDueAlarm");
        assertThat(Declared.TEMPLATE.resourcesOf("AWS::Budgets::Budget")).hasSize(1);
        watchesEveryFunction("ErrorsAlarm", "Errors");
        watchesEveryFunction("ThrottlesAlarm", "Throttles");
    }

    @Test
    void the_alarm_on_waiting_work_watches_the_figure_that_publish_prints() {
        Map<String, Object> alarm = Declared.TEMPLATE.properties("OldestDueAlarm");
        String wiring = Checkout.text(
                Checkout.root().resolve("functions/publish/src/main/java/dev/parvis/functions/publish/Wiring.java"));

        assertThat(wiring).contains("\"" + alarm.get("MetricName") + "\"");
        assertThat(alarm).containsEntry("Namespace", "Parvis");
    }

    private static Map<String, Object> most() {
        return Map.of("MaxReadRequestUnits", 2000, "MaxWriteRequestUnits", 1000);
    }

    /** Without dimensions, Lambda's metrics are those of all functions of the account in the region. */
    private static void watchesEveryFunction(String alarm, String metric) {
        assertThat(Declared.TEMPLATE.properties(alarm))
                .containsEntry("Namespace", "AWS/Lambda")
                .containsEntry("MetricName", metric)
                .doesNotContainKeys("Dimensions", "Metrics");
    }
}
