package dev.parvis.checks.template;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.parvis.checks.Checkout;
import dev.parvis.emulators.template.DeclaredFunction;

import static org.assertj.core.api.Assertions.assertThat;

/** What each function may do, and what surrounds it. */
class RolesTest {
    private static final Set<String> CALL_NO_NETWORK = Set.of("report", "notify");
    private static final Set<String> SEAL_NOTHING = Set.of("webhooks");
    private static final Set<String> OPEN_NOTHING = Set.of("report");

    static Stream<Named<DeclaredFunction>> functions() {
        return Declared.functions();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void a_function_has_a_role_and_a_log_group_of_its_own(DeclaredFunction function) {
        String stem = Declared.stem(function);
        Map<String, Object> properties = Declared.properties(function);
        Map<String, Object> logs = Declared.map(Declared.raw(stem + "Logs").get("Properties"));

        assertThat(properties).containsEntry("Role", "!GetAtt " + stem + "Role.Arn");
        assertThat(Declared.at(properties, "LoggingConfig", "LogGroup")).isEqualTo("!Ref " + stem + "Logs");
        assertThat(logs).containsEntry("RetentionInDays", "!Ref LogRetentionDays");
        assertThat(properties).doesNotContainKeys("Policies", "ReservedConcurrentExecutions");
    }

    @ParameterizedTest
    @MethodSource("functions")
    void a_function_that_fails_leaves_its_event_in_the_queue(DeclaredFunction function) {
        Object global =
                Declared.at(Declared.TEMPLATE.properties(function.id()), "EventInvokeConfig", "DestinationConfig");
        Object failures =
                Declared.at(Declared.map(Declared.properties(function).get("EventInvokeConfig")), "DestinationConfig");

        // SAM merges the maps of Globals: a function that says less keeps the global destination, and none says
        // another.
        assertThat(global).isEqualTo("");
        assertThat(failures.equals("") || String.valueOf(failures).contains("!GetAtt Failures.Arn"))
                .isTrue();
        assertThat(statement(function, "sqs:SendMessage")).hasSize(1);
    }

    @Test
    void the_queue_of_failures_is_every_functions_destination() {
        String globals = Checkout.text(Declared.FILE).split("\nGlobals:\n")[1].split("\nResources:\n")[0];

        assertThat(globals).contains("OnFailure:\n          Type: SQS\n          Destination: !GetAtt Failures.Arn");
    }

    @ParameterizedTest
    @MethodSource("functions")
    void no_statement_allows_more_than_it_names(DeclaredFunction function) {
        for (Map<String, Object> statement : Declared.statements(function)) {
            if ("Allow".equals(statement.get("Effect"))) {
                assertThat(Declared.texts(statement.get("Resource"))).allMatch(arn -> arn.startsWith("arn:"));
                assertThat(Declared.texts(statement.get("Resource"))).doesNotContain("*");
                assertThat(Declared.texts(statement.get("Action"))).noneMatch(action -> action.contains("*"));
            }
        }
    }

    /** S3 answers 403 to a reader who may not list the bucket where nothing lies: a report would never be begun. */
    @ParameterizedTest
    @MethodSource("functions")
    void whoever_reads_files_may_see_that_one_is_not_there(DeclaredFunction function) {
        assertThat(statement(function, "s3:ListBucket").isEmpty())
                .isEqualTo(statement(function, "s3:GetObject").isEmpty());
        assertThat(statement(function, "s3:ListBucketVersions").isEmpty())
                .isEqualTo(statement(function, "s3:DeleteObjectVersion").isEmpty());
    }

    @ParameterizedTest
    @MethodSource("functions")
    void the_table_is_never_scanned(DeclaredFunction function) {
        Stream<String> actions = Declared.statements(function).stream()
                .filter(statement -> "Allow".equals(statement.get("Effect")))
                .flatMap(statement -> Declared.texts(statement.get("Action")));

        assertThat(actions).doesNotContain("dynamodb:Scan", "dynamodb:PartiQLSelect");
    }

    @ParameterizedTest
    @MethodSource("functions")
    void the_partition_of_tokens_is_closed_to_functions_that_call_no_network(DeclaredFunction function) {
        List<Map<String, Object>> denials = Declared.statements(function).stream()
                .filter(statement -> "Deny".equals(statement.get("Effect")))
                .filter(statement -> Declared.texts(statement.get("Action")).anyMatch("dynamodb:*"::equals))
                .toList();

        assertThat(denials).hasSize(CALL_NO_NETWORK.contains(Declared.name(function)) ? 1 : 0);
        assertThat(denials)
                .allSatisfy(denial -> assertThat(
                                Declared.at(denial.get("Condition"), "ForAnyValue:StringLike", "dynamodb:LeadingKeys"))
                        .isEqualTo(List.of("W#*#TOKEN#*")))
                .allSatisfy(denial -> assertThat(Declared.at(denial, "Resource"))
                        .isEqualTo(Declared.at(
                                statement(function, "dynamodb:PutItem").getFirst(), "Resource")));
    }

    /** With a key of KMS: what opens a credential or an endpoint's secret needs the one action, what seals the other. */
    @ParameterizedTest
    @MethodSource("functions")
    void a_key_of_kms_is_used_for_what_the_function_does_with_secrets(DeclaredFunction function) {
        String key = "arn:aws:kms:eu-west-3:000000000000:key/k";
        Set<String> allowed = Declared.statements(function, Map.of("MasterKeyArn", key)).stream()
                .filter(statement -> key.equals(statement.get("Resource")))
                .flatMap(statement -> Declared.texts(statement.get("Action")))
                .collect(Collectors.toSet());

        assertThat(allowed.contains("kms:GenerateDataKey")).isEqualTo(!SEAL_NOTHING.contains(Declared.name(function)));
        assertThat(allowed.contains("kms:Decrypt")).isEqualTo(!OPEN_NOTHING.contains(Declared.name(function)));
        assertThat(allowed).hasSizeBetween(1, 2);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void whoever_waits_for_no_request_is_woken_by_a_tick_that_retries_nothing(DeclaredFunction function) {
        boolean isCalled = !function.routes().isEmpty();

        assertThat(function.schedules()).hasSize(isCalled ? 0 : 1);
        assertThat(function.schedules()).allSatisfy(tick -> {
            assertThat(tick.isEnabled()).isTrue();
            assertThat(tick.expression()).startsWith("rate(");
            assertThat(tick.retry().attempts()).isZero();
            assertThat(tick.input())
                    .isEqualTo(
                            "{\"tick\":\"" + Declared.name(function) + "\",\"at\":\"<aws.scheduler.scheduled-time>\"}");
        });
    }

    @ParameterizedTest
    @MethodSource("functions")
    void a_function_has_a_limit_of_time_that_its_trigger_can_bear(DeclaredFunction function) {
        long seconds = function.timeout().toSeconds();

        // https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html: 30 s, not extendable
        assertThat(seconds).isBetween(5L, function.routes().isEmpty() ? 300L : 29L);
        assertThat(Declared.map(Declared.raw(function.id()).get("Properties"))).containsKeys("Timeout", "MemorySize");
    }

    /** What is named after its resource alone exists once in an account's region: a second stack could not be made. */
    @ParameterizedTest
    @MethodSource("functions")
    void a_schedule_bears_the_name_of_its_stack(DeclaredFunction function) {
        Object tick = Declared.at(Declared.properties(function).get("Events"), "Tick", "Properties", "Name");

        assertThat(tick)
                .isEqualTo(function.schedules().isEmpty() ? "" : "!Sub ${AWS::StackName}-" + Declared.name(function));
    }

    @Test
    void publish_and_listen_look_every_minute_and_the_others_seldom() {
        Map<String, String> ticks = Declared.FUNCTIONS.stream()
                .filter(function -> !function.schedules().isEmpty())
                .collect(Collectors.toMap(
                        Declared::name,
                        function -> function.schedules().getFirst().expression()));

        assertThat(ticks).containsEntry("publish", "rate(1 minute)").containsEntry("listen", "rate(1 minute)");
        assertThat(ticks.values().stream().filter("rate(1 minute)"::equals)).hasSize(2);
    }

    private static List<Map<String, Object>> statement(DeclaredFunction function, String action) {
        return Declared.statements(function).stream()
                .filter(statement -> "Allow".equals(statement.get("Effect")))
                .filter(statement -> Declared.texts(statement.get("Action")).anyMatch(action::equals))
                .toList();
    }
}
