package dev.parvis.aws.lambda;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import org.junit.jupiter.api.Test;

import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.ProblemException;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.time.ManualClock;
import dev.parvis.kernel.trigger.MalformedTrigger;
import dev.parvis.kernel.trigger.Trigger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LambdaEntryTest {
    private static final String TICK = "{\"tick\":\"publish\",\"at\":\"2026-11-21T04:30:00Z\"}";
    private static final String CALL = "{\"rawPath\":\"/x\",\"requestContext\":{\"http\":{\"method\":\"GET\"}}}";

    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private final Log log = new Log(new PrintStream(logged), ManualClock.at("2026-11-21T04:30:00Z"));
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void work_gets_its_trigger_and_its_deadline_and_its_answer_goes_out() throws IOException {
        var seen = new ArrayList<Object>();
        var entry = entry((trigger, run) -> {
            seen.addAll(List.of(trigger, run.requestId(), run.deadline().remaining()));
            nanos.addAndGet(Duration.ofMillis(25).toNanos());
            return Json.obj("done", 1);
        });

        assertThat(handle(entry, TICK)).isEqualTo("{\"done\":1}");

        assertThat(seen)
                .containsExactly(
                        Trigger.parse(TICK.getBytes(StandardCharsets.UTF_8)), "request-1", Duration.ofSeconds(7));
        assertThat(lines()).singleElement().satisfies(line -> {
            assertThat(line.at("event").text()).contains("invoked");
            assertThat(line.at("function").text()).contains("publish");
            assertThat(line.at("request").text()).contains("request-1");
            assertThat(line.at("trigger").text()).contains("tick publish");
            assertThat(line.at("outcome").text()).contains("done");
            assertThat(line.at("ms").whole()).contains(25L);
            assertThat(line.at("cold").truth()).contains(true);
        });
    }

    @Test
    void only_the_first_run_of_a_process_is_cold() throws IOException {
        var entry = entry((trigger, run) -> Json.nil());

        handle(entry, TICK);
        handle(entry, TICK);

        assertThat(lines())
                .extracting(line -> line.at("cold").truth().orElseThrow())
                .containsExactly(true, false);
    }

    @Test
    void a_fault_of_a_tick_is_logged_once_and_thrown_on() {
        var fault = new IllegalStateException("no table");
        var entry = entry((trigger, run) -> {
            throw fault;
        });

        assertThatThrownBy(() -> handle(entry, TICK)).isSameAs(fault);

        assertThat(lines()).extracting(line -> line.at("event").textOr("")).containsExactly("fault", "invoked");
        assertThat(lines().getFirst().at("fault", "message").text()).contains("no table");
        assertThat(lines().getLast().at("outcome").text()).contains("fault");
    }

    @Test
    void a_problem_thrown_under_a_tick_is_a_fault_like_any_other() {
        var entry = entry((trigger, run) -> {
            throw new ProblemException(Problem.Code.CONFLICT, "x");
        });

        assertThatThrownBy(() -> handle(entry, TICK)).isInstanceOf(ProblemException.class);
    }

    @Test
    void a_fault_of_a_request_is_answered_with_the_incident_and_nothing_internal() throws IOException {
        var entry = entry((trigger, run) -> {
            throw new IllegalStateException("no table");
        });

        var answer = handle(entry, CALL);

        assertThat(Json.parse(answer).at("statusCode").whole()).contains(500L);
        assertThat(answer).contains("request-1").doesNotContain("no table");
        assertThat(lines().getLast().at("outcome").text()).contains("500");
    }

    @Test
    void a_problem_thrown_under_a_request_is_its_answer_and_no_fault() throws IOException {
        var entry = entry((trigger, run) -> {
            throw new ProblemException(Problem.Code.CONFLICT, "It is SENDING.");
        });

        var answer = Json.parse(handle(entry, CALL));

        assertThat(answer.at("statusCode").whole()).contains(409L);
        assertThat(answer.at("body").textOr("")).contains("It is SENDING.");
        assertThat(lines()).extracting(line -> line.at("event").textOr("")).containsExactly("invoked");
    }

    @Test
    void an_error_of_the_machine_is_thrown_on_even_under_a_request() {
        var entry = entry((trigger, run) -> {
            throw new StackOverflowError();
        });

        assertThatThrownBy(() -> handle(entry, CALL)).isInstanceOf(StackOverflowError.class);
        assertThat(lines()).hasSize(2);
    }

    @Test
    void a_request_answers_its_status_in_the_log_too() throws IOException {
        var entry = entry((trigger, run) -> Response.json(201, Json.obj()).toEvent());

        handle(entry, CALL);

        assertThat(lines().getLast().at("outcome").text()).contains("201");
        assertThat(lines().getLast().at("trigger").text()).contains("http GET");
    }

    @Test
    void a_request_whose_query_is_broken_is_400_and_no_fault() throws IOException {
        var entry = entry((trigger, run) -> Json.nil());

        var answer = handle(entry, CALL.replace("{\"rawPath\"", "{\"rawQueryString\":\"a=%\",\"rawPath\""));

        assertThat(Json.parse(answer).at("statusCode").whole()).contains(400L);
        assertThat(lines()).hasSize(1);
    }

    @Test
    void garbage_is_logged_by_size_and_thrown_on() {
        var entry = entry((trigger, run) -> Json.nil());

        assertThatThrownBy(() -> handle(entry, "{\"secret\":\"hunter2\"}")).isInstanceOf(MalformedTrigger.class);

        assertThat(logged.toString(StandardCharsets.UTF_8))
                .contains("\"bytes\":20")
                .doesNotContain("hunter2");
    }

    @Test
    void an_event_without_an_end_is_read_no_further_than_the_limit() {
        var read = new AtomicLong();
        var endless = new InputStream() {
            @Override
            public int read() {
                read.incrementAndGet();
                return ' ';
            }
        };
        var entry = entry((trigger, run) -> Json.nil());

        assertThatThrownBy(() -> entry.handle(endless, new ByteArrayOutputStream(), new FixedContext()))
                .isInstanceOf(MalformedTrigger.class);
        assertThat(read.get()).isLessThanOrEqualTo(Trigger.MAX_BYTES + 1L);
    }

    @Test
    void an_answer_larger_than_lambda_takes_is_a_fault() throws IOException {
        var entry = entry((trigger, run) -> Json.of("x".repeat(LambdaEntry.MAX_ANSWER_BYTES)));

        assertThat(Json.parse(handle(entry, CALL)).at("statusCode").whole()).contains(500L);
        assertThatThrownBy(() -> handle(entry, TICK)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_absent_answer_is_written_as_null() throws IOException {
        assertThat(handle(entry((trigger, run) -> Json.absent()), TICK)).isEqualTo("null");
    }

    private LambdaEntry entry(LambdaEntry.Work work) {
        return new LambdaEntry("publish", log, work, nanos::get);
    }

    private static String handle(LambdaEntry entry, String event) throws IOException {
        var out = new ByteArrayOutputStream();
        entry.handle(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, new FixedContext());
        return out.toString(StandardCharsets.UTF_8);
    }

    private List<Json> lines() {
        return logged.toString(StandardCharsets.UTF_8).lines().map(Json::parse).toList();
    }

    /** What Lambda would tell; only the request id and the time left are asked for. */
    private static final class FixedContext implements Context {
        @Override
        public String getAwsRequestId() {
            return "request-1";
        }

        @Override
        public int getRemainingTimeInMillis() {
            return 7000;
        }

        @Override
        public String getLogGroupName() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getLogStreamName() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getFunctionName() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getFunctionVersion() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getInvokedFunctionArn() {
            throw new UnsupportedOperationException();
        }

        @Override
        public CognitoIdentity getIdentity() {
            throw new UnsupportedOperationException();
        }

        @Override
        public ClientContext getClientContext() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int getMemoryLimitInMB() {
            throw new UnsupportedOperationException();
        }

        @Override
        public LambdaLogger getLogger() {
            throw new UnsupportedOperationException();
        }
    }
}
