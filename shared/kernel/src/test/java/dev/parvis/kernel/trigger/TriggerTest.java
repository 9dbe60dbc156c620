package dev.parvis.kernel.trigger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.parvis.kernel.http.in.ProblemException;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TriggerTest {

    @Test
    void a_schedules_input_is_a_tick() {
        assertThat(parse("{\"tick\":\"publish\",\"at\":\"2026-11-21T04:30:00Z\"}"))
                .isEqualTo(new Trigger.Tick("publish", Instant.parse("2026-11-21T04:30:00Z")));
    }

    @Test
    void an_event_of_the_bus_keeps_its_identity_and_detail() {
        var event =
                "{\"version\":\"0\",\"id\":\"e1\",\"detail-type\":\"post.published\",\"source\":\"parvis\",\"account\":\"1\","
                        + "\"time\":\"2026-11-21T04:30:00Z\",\"region\":\"eu-west-3\",\"resources\":[],\"detail\":{\"post\":\"P1\"}}";

        assertThat(parse(event))
                .isEqualTo(new Trigger.BusEvent(
                        "e1",
                        "parvis",
                        "post.published",
                        Instant.parse("2026-11-21T04:30:00Z"),
                        Json.obj("post", "P1")));
    }

    @Test
    void an_http_event_is_a_call() {
        var trigger = parse(
                "{\"rawPath\":\"/x\",\"requestContext\":{\"http\":{\"method\":\"GET\"}},\"tick\":\"publish\",\"at\":\"no\"}");

        assertThat(trigger).isInstanceOfSatisfying(Trigger.HttpCall.class, call -> assertThat(
                        call.request().rawPath())
                .isEqualTo("/x"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|not JSON",
                "{|not JSON",
                "[]|neither",
                "{}|neither",
                "null|neither",
                "\"tick\"|neither",
                "{\"tick\":1}|neither",
                "{\"Records\":[]}|neither",
                "{\"tick\":\"\",\"at\":\"2026-11-21T04:30:00Z\"}|\"tick\"",
                "{\"tick\":\"publish\"}|\"at\"",
                "{\"tick\":\"publish\",\"at\":\"<aws.scheduler.scheduled-time>\"}|\"at\"",
                "{\"detail-type\":\"x\",\"source\":\"s\",\"time\":\"2026-11-21T04:30:00Z\"}|\"id\"",
                "{\"detail-type\":\"x\",\"id\":\"i\",\"time\":\"2026-11-21T04:30:00Z\"}|\"source\"",
                "{\"detail-type\":\"x\",\"id\":\"i\",\"source\":\"s\",\"time\":\"today\"}|\"time\""
            })
    void garbage_is_refused_with_what_was_looked_for(String bytes, String reason) {
        assertThatThrownBy(() -> parse(bytes))
                .isInstanceOf(MalformedTrigger.class)
                .hasMessageContaining(reason);
    }

    @Test
    void random_bytes_are_refused_and_nothing_worse() {
        var random = new Random(3);
        for (var i = 0; i < 5000; i++) {
            var bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            assertThatThrownBy(() -> Trigger.parse(bytes)).isInstanceOf(MalformedTrigger.class);
        }
    }

    @Test
    void an_http_event_whose_query_is_broken_is_the_callers_mistake_and_no_malformed_trigger() {
        assertThatThrownBy(() -> parse("{\"rawQueryString\":\"%\",\"requestContext\":{\"http\":{\"method\":\"GET\"}}}"))
                .isInstanceOf(ProblemException.class);
    }

    private static Trigger parse(String text) {
        return Trigger.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
