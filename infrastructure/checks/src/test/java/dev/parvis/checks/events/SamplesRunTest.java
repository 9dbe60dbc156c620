package dev.parvis.checks.events;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.parvis.emulators.wire.AwsJson;
import dev.parvis.kernel.json.Json;
import dev.parvis.local.pages.Site;
import dev.parvis.local.runtime.InvocationResult;
import dev.parvis.local.suite.Settings;
import dev.parvis.local.suite.Suite;

import static org.assertj.core.api.Assertions.assertThat;

/** Each sample through the real runtime client, twice: the second time changes nothing. */
class SamplesRunTest {

    /** What the API answers; a route that is added needs its line here. Tokens and channels of the samples are nobody's. */
    private static final Map<String, Long> STATUS = Map.ofEntries(
            Map.entry("api-openapi", 200L),
            Map.entry("api-workspaces", 200L),
            Map.entry("api-workspace-create", 201L),
            Map.entry("api-approval-page", 404L),
            Map.entry("api-approval-decide", 404L),
            Map.entry("api-calendar-feed", 404L),
            Map.entry("api-stop-page", 404L),
            Map.entry("api-stop-tap", 404L),
            Map.entry("api-hand-over-page", 404L),
            Map.entry("api-hand-over-say", 404L),
            Map.entry("api-report-link", 404L),
            Map.entry("api-report-open", 404L),
            Map.entry("webhooks-delivery", 404L));

    @TempDir
    static Path folder;

    private static Suite suite;

    @BeforeAll
    static void start() {
        suite = Suite.start(Settings.forTests(folder), InstantSource.system(), line -> {}, Site::of);
    }

    @AfterAll
    static void end() {
        suite.close();
    }

    static Stream<Sample> samples() {
        return Sample.all().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_sample_is_answered_and_answered_again_to_the_same_effect(Sample sample) {
        Json first = answer(sample);
        Set<String> rows = rows();

        Json second = answer(sample);

        assertThat(rows()).isEqualTo(rows);
        if (STATUS.containsKey(sample.name())) {
            assertThat(first.at("statusCode").whole()).contains(STATUS.get(sample.name()));
            assertThat(second.at("statusCode").whole()).contains(STATUS.get(sample.name()));
            assertThat(withoutIncident(second)).isEqualTo(withoutIncident(first));
        } else {
            assertThat(first.at("statusCode").isMissing())
                    .as("an answer of the HTTP API whose status is not listed here")
                    .isTrue();
        }
    }

    private static Json answer(Sample sample) {
        InvocationResult result =
                suite.functions().host(sample.function()).invoke(sample.text().getBytes(StandardCharsets.UTF_8));

        assertThat(result).isInstanceOf(InvocationResult.Answered.class);
        return Json.parse(((InvocationResult.Answered) result).payload());
    }

    /** A problem names its own incident. */
    private static String withoutIncident(Json answer) {
        return answer.at("body").textOr("").replaceAll("[0-9A-HJKMNP-TV-Z]{26}", "ID");
    }

    /** The keys of everything in the table, and what it holds but for its counters of attempts. */
    private static Set<String> rows() {
        var dynamo = new AwsJson(suite.endpoint("AWS_ENDPOINT_URL_DYNAMODB"), "dynamodb", "DynamoDB_20120810", "1.0");
        AwsJson.Answer answer = dynamo.call("Scan", Map.of("TableName", Suite.TABLE));
        assertThat(answer.isOk()).as(answer.text()).isTrue();
        var rows = new TreeSet<String>();
        Json.parse(answer.text()).at("Items").items().forEach(row -> rows.add(row.toString()));
        return rows;
    }
}
