package dev.parvis.fakes.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.parvis.fakes.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** What a test in another process sees. */
class ControlRoutesTest {
    private final SteerableClock clock = SteerableClock.standingAt(Instant.parse("2026-01-15T10:00:00Z"));
    private final FakeServer server =
            FakeServer.start(FakeServer.Options.LOOPBACK, _ -> Response.text(200, "done"), clock);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_fault_is_armed_listed_and_spent_over_http() throws Exception {
        var armed = call("POST", "/__faults", """
                {"method":"POST","path":"/a","contains":"two","fault":"answer","status":503,\
                "headers":{"Retry-After":"0"},"body":"busy"}""");

        HttpResponse<String> other = call("POST", "/a", "one");
        HttpResponse<String> broken = call("POST", "/a", "two");
        HttpResponse<String> later = call("POST", "/a", "two");

        assertThat(armed.statusCode()).isEqualTo(201);
        assertThat(other.body()).isEqualTo("done");
        assertThat(broken.statusCode()).isEqualTo(503);
        assertThat(broken.headers().firstValue("Retry-After")).contains("0");
        assertThat(broken.body()).isEqualTo("busy");
        assertThat(later.statusCode()).isEqualTo(200);
        assertThat(call("GET", "/__faults", "").body()).contains("\"seen\":2").contains("\"hits\":1");
    }

    @Test
    void a_hold_is_awaited_and_released_over_http() throws Exception {
        call("POST", "/__faults", "{\"fault\":\"hang_after_effect\"}");

        var answer = client.sendAsync(request("POST", "/a", "one"), HttpResponse.BodyHandlers.ofString());
        HttpResponse<String> reached = call("POST", "/__faults/1/await", "");
        HttpResponse<String> released = call("POST", "/__faults/1/release", "");

        assertThat(reached.statusCode()).isEqualTo(200);
        assertThat(released.statusCode()).isEqualTo(204);
        assertThat(answer.get().body()).isEqualTo("done");
    }

    @Test
    void waiting_for_a_hold_that_nobody_reaches_ends_in_408() throws Exception {
        call("POST", "/__faults", "{\"fault\":\"hang_after_effect\"}");

        assertThat(call("POST", "/__faults/1/await", "{\"millis\":20}").statusCode())
                .isEqualTo(408);
        assertThat(call("POST", "/__faults/7/await", "").statusCode()).isEqualTo(404);
    }

    @Test
    void a_hold_released_as_a_cut_resets_the_connection() throws Exception {
        call("POST", "/__faults", "{\"path\":\"/a\",\"fault\":\"hang_before_effect\"}");

        try (var raw = new RawClient(server)) {
            raw.post("/a", "one");
            call("POST", "/__faults/1/await", "");
            call("POST", "/__faults/1/release", "{\"cut\":true}");
            assertThat(raw.readUntilReset()).isEmpty();
        }
    }

    @Test
    void the_log_is_read_and_forgotten_and_has_no_control_requests() throws Exception {
        call("POST", "/a?b=c", "one");
        server.log().await("POST", "/a", 1, Duration.ofSeconds(10));

        String log = call("GET", "/__log", "").body();
        call("DELETE", "/__log", "");

        assertThat(log)
                .contains("\"target\":\"/a?b=c\"")
                .contains("\"body\":\"one\"")
                .doesNotContain("__log");
        assertThat(call("GET", "/__log", "").body()).isEqualTo("[]");
    }

    @Test
    void the_fakes_own_time_moves_on_demand_and_never_back() throws Exception {
        HttpResponse<String> moved = call("POST", "/__clock", "{\"advance\":\"PT2H\"}");
        HttpResponse<String> back = call("POST", "/__clock", "{\"advance\":\"-PT1H\"}");

        assertThat(moved.body()).isEqualTo("{\"now\":\"2026-01-15T12:00:00.000Z\"}");
        assertThat(back.statusCode()).isEqualTo(400);
        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-01-15T12:00:00Z"));
    }

    @Test
    void an_unknown_fault_or_broken_json_is_400() throws Exception {
        assertThat(call("POST", "/__faults", "{\"fault\":\"meteor\"}").statusCode())
                .isEqualTo(400);
        assertThat(call("POST", "/__faults", "{").statusCode()).isEqualTo(400);
        assertThat(Json.text(server.faults().armed().size())).isEqualTo("0");
    }

    private HttpResponse<String> call(String method, String path, String body)
            throws IOException, InterruptedException {
        return client.send(request(method, path, body), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create(server.uri() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
