package dev.parvis.kernel.log;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.secret.Email;
import dev.parvis.kernel.secret.Secret;
import dev.parvis.kernel.time.ManualClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LogTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Log log = new Log(new PrintStream(out), ManualClock.at("2026-11-21T04:30:00Z"));

    @Test
    void a_line_is_one_json_object_with_the_fields_of_log_and_line() {
        log.with("workspace", "W1")
                .info(
                        "post.published",
                        "post",
                        "P1",
                        "late",
                        Duration.ofMillis(42),
                        "n",
                        3,
                        "at",
                        Instant.EPOCH,
                        "ok",
                        true,
                        "ids",
                        List.of("a", "b"),
                        "none",
                        null);

        assertThat(written())
                .isEqualTo(
                        "{\"time\":\"2026-11-21T04:30:00.000Z\",\"level\":\"INFO\",\"event\":\"post.published\",\"workspace\":\"W1\","
                                + "\"post\":\"P1\",\"late\":42,\"n\":3,\"at\":\"1970-01-01T00:00:00.000Z\",\"ok\":true,\"ids\":[\"a\",\"b\"],\"none\":null}\n");
    }

    @Test
    void a_text_with_line_ends_stays_on_one_line_and_accents_are_utf_8() {
        log.warn("é", "text", "a\nb\r\u2028😀");

        assertThat(written().lines()).hasSize(1);
        assertThat(Json.parse(written().strip()).at("text").text()).contains("a\nb\r\u2028😀");
    }

    @Test
    void secrets_and_addresses_are_masked_also_inside_lists() {
        log.info(
                "x",
                "token",
                new Secret("hunter2"),
                "to",
                new Email("marie@example.org"),
                "all",
                List.of(new Secret("hunter3")));

        assertThat(written()).contains("\"***\"", "m***@example.org").doesNotContain("hunter", "marie");
    }

    @Test
    void a_value_that_might_hold_anything_is_refused() {
        assertThatThrownBy(() -> log.info("x", "request", new Object())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> log.info("x", "body", new byte[1])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> log.info("x", "map", Map.of("a", 1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> log.info("x", "lonely")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_long_text_is_shortened() {
        log.info("x", "text", "a".repeat(5000));

        assertThat(Json.parse(written().strip()).at("text").textOr(""))
                .hasSize(2001)
                .endsWith("…");
    }

    @Test
    void a_fault_comes_with_its_causes_and_the_top_of_its_stack() {
        log.fault("publish.failed", new IllegalStateException("outer", new RuntimeException("inner")), "post", "P1");

        var line = Json.parse(written().strip());
        assertThat(line.at("level").text()).contains("ERROR");
        assertThat(line.at("fault", "message").text()).contains("outer");
        assertThat(line.at("fault", "cause", "message").text()).contains("inner");
        assertThat(line.at("fault", "frames").items()).hasSizeBetween(1, 12);
        assertThat(line.at("post").text()).contains("P1");
    }

    @Test
    void a_fault_that_causes_itself_in_a_circle_is_written_too() {
        var one = new IllegalStateException("one");
        one.initCause(new RuntimeException("two", one));

        log.fault("x", one);

        assertThat(written().lines()).hasSize(1);
    }

    @Test
    void a_field_cannot_take_the_place_of_the_logs_own() {
        log.with("event", "forged", "time", "never").info("real", "level", "NONE");

        assertThat(Json.parse(written().strip()).at("event").text()).contains("real");
        assertThat(Json.parse(written().strip()).at("level").text()).contains("INFO");
    }

    @Test
    void a_metric_line_has_the_form_that_cloudwatch_reads() {
        var dimensions = new LinkedHashMap<String, String>();
        dimensions.put("Function", "publish");
        dimensions.put("Network", "bluesky");

        new Metrics(log).emf("Parvis", "Lateness", Metrics.Unit.MILLISECONDS, 12.5, dimensions);

        assertThat(written())
                .isEqualTo("{\"_aws\":{\"Timestamp\":1795235400000,\"CloudWatchMetrics\":[{\"Namespace\":\"Parvis\","
                        + "\"Dimensions\":[[\"Function\",\"Network\"]],\"Metrics\":[{\"Name\":\"Lateness\",\"Unit\":\"Milliseconds\"}]}]},"
                        + "\"Function\":\"publish\",\"Network\":\"bluesky\",\"Lateness\":12.5}\n");
    }

    @Test
    void a_metric_that_cloudwatch_would_drop_is_refused() {
        var metrics = new Metrics(log);

        assertThatThrownBy(() -> metrics.emf("P", "x", Metrics.Unit.COUNT, Double.NaN, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> metrics.emf("P", "x", Metrics.Unit.COUNT, 1, Map.of("x", "y")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private String written() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
