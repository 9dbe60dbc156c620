package dev.parvis.fakes.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.parvis.fakes.json.Json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FaultsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<String> effects = new CopyOnWriteArrayList<>();
    private final FakeServer server = FakeServer.start(request -> {
        effects.add(request.text());
        return Response.json(200, Json.object("said", request.text()));
    });

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void a_healthy_request_takes_effect_and_is_logged_with_raw_headers_body_and_times() throws IOException {
        try (var client = new RawClient(server)) {
            String answer = client.post("/a?x=%20y", "héllo").readAll();

            assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n").endsWith("{\"said\":\"héllo\"}");
        }
        Exchange exchange = server.log().await("POST", "/a", 1, PATIENCE).getFirst();
        assertThat(exchange.request().target()).isEqualTo("/a?x=%20y");
        assertThat(exchange.request().headers().lines()).contains(new Header("Host", "fake"));
        assertThat(exchange.request().text()).isEqualTo("héllo");
        assertThat(exchange.status()).contains(200);
        assertThat(exchange.effectAt().orElseThrow())
                .isAfterOrEqualTo(exchange.request().at());
    }

    @Test
    void cut_before_read_resets_with_the_body_unread_and_does_nothing() throws IOException {
        server.faults().on("POST", "/a").cutBeforeRead();

        try (var client = new RawClient(server)) {
            client.send("POST /a HTTP/1.1\r\nHost: fake\r\nContent-Length: 1000000\r\n\r\n");
            assertThat(client.readUntilReset()).isEmpty();
        }
        assertThat(effects).isEmpty();
        assertThat(server.log()
                        .await("POST", "/a", 1, PATIENCE)
                        .getFirst()
                        .request()
                        .body())
                .isEmpty();
    }

    @Test
    void cut_before_effect_has_read_all_and_done_nothing() throws IOException {
        server.faults().on("POST", "/a").cutBeforeEffect();

        try (var client = new RawClient(server)) {
            assertThat(client.post("/a", "one").readUntilReset()).isEmpty();
        }
        assertThat(effects).isEmpty();
        assertThat(server.log().requests("POST", "/a").getFirst().text()).isEqualTo("one");
    }

    @Test
    void cut_after_effect_has_done_it_and_answers_nothing_once() throws IOException {
        server.faults().on("POST", "/a").cutAfterEffect();

        try (var client = new RawClient(server)) {
            assertThat(client.post("/a", "one").readUntilReset()).isEmpty();
        }
        assertThat(effects).containsExactly("one");
        try (var client = new RawClient(server)) {
            assertThat(client.post("/a", "two").readAll()).contains("two");
        }
    }

    @Test
    void cut_mid_answer_sends_the_head_with_the_true_length_and_a_part_of_the_body() throws IOException {
        server.faults().on("POST", "/a").with(new Fault.CutMidAnswer(4));

        try (var client = new RawClient(server)) {
            String seen = client.post("/a", "one").readUntilReset();

            assertThat(seen)
                    .startsWith("HTTP/1.1 200 OK")
                    .contains("Content-Length: 14")
                    .endsWith("\r\n\r\n{\"sa");
        }
        assertThat(effects).containsExactly("one");
    }

    @Test
    void a_status_is_answered_without_effect_or_after_it() throws Exception {
        server.faults().on("POST", "/a").status(429, "Retry-After", "7");
        server.faults().on("POST", "/b").statusAfterEffect(502);

        HttpResponse<String> refused = post("/a", "one");
        HttpResponse<String> ambiguous = post("/b", "two");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("7");
        assertThat(ambiguous.statusCode()).isEqualTo(502);
        assertThat(ambiguous.body()).startsWith("<html>");
        assertThat(effects).containsExactly("two");
    }

    @Test
    void only_the_nth_matching_request_is_broken_and_counts_are_kept() throws Exception {
        Armed armed = server.faults()
                .on("POST", "/a/{id}")
                .where(request -> request.text().contains("x"))
                .nth(2)
                .status(503);

        assertThat(List.of(status("/a/1", "x"), status("/a/2", "no"), status("/a/3", "x"), status("/a/4", "x")))
                .containsExactly(200, 200, 503, 200);
        assertThat(armed.seen()).isEqualTo(3);
        assertThat(armed.hits()).isEqualTo(1);
    }

    @Test
    void a_hold_stops_a_request_after_its_effect_until_released() throws Exception {
        Hold hold = server.faults().on("POST", "/a").hang(Fault.Step.AFTER_EFFECT);

        var answer = client().sendAsync(request("/a", "one"), HttpResponse.BodyHandlers.ofString());
        hold.awaitReached(PATIENCE);

        assertThat(effects).containsExactly("one");
        assertThat(answer).isNotDone();
        hold.release();
        assertThat(answer.get().statusCode()).isEqualTo(200);
    }

    @Test
    void a_hold_before_the_read_can_end_in_a_cut() throws IOException {
        Hold hold = server.faults().on("POST", "/a").hang(Fault.Step.BEFORE_READ);

        try (var client = new RawClient(server)) {
            client.post("/a", "one");
            hold.awaitReached(PATIENCE);
            hold.releaseAndCut();
            assertThat(client.readUntilReset()).isEmpty();
        }
        assertThat(effects).isEmpty();
    }

    @Test
    void a_hold_in_the_middle_of_the_answer_has_sent_half_of_it() throws IOException {
        Hold hold = server.faults().on("POST", "/a").hang(Fault.Step.MID_ANSWER);

        try (var client = new RawClient(server)) {
            client.post("/a", "one");
            hold.awaitReached(PATIENCE);
            assertThat(client.read(8)).isEqualTo("HTTP/1.1");
            hold.release();
            assertThat(client.readAll()).endsWith("{\"said\":\"one\"}");
        }
    }

    @Test
    void slow_answers_are_late_by_what_was_asked() throws Exception {
        server.faults().on("POST", "/a").slow(Fault.Step.AFTER_EFFECT, Duration.ofMillis(120));

        post("/a", "one");

        Exchange exchange = server.log().await("POST", "/a", 1, PATIENCE).getFirst();
        Duration afterEffect = Duration.between(
                exchange.effectAt().orElseThrow(), exchange.endedAt().orElseThrow());
        assertThat(afterEffect).isGreaterThanOrEqualTo(Duration.ofMillis(120));
    }

    @Test
    void a_body_can_be_left_unread_for_a_while() throws Exception {
        server.faults().on("POST", "/a").slow(Fault.Step.BEFORE_READ, Duration.ofMillis(120));

        post("/a", "one");

        Exchange exchange = server.log().await("POST", "/a", 1, PATIENCE).getFirst();
        assertThat(exchange.untilEffect().orElseThrow()).isGreaterThanOrEqualTo(Duration.ofMillis(120));
        assertThat(effects).containsExactly("one");
    }

    @Test
    void a_slow_body_arrives_whole_in_the_end() throws Exception {
        server.faults().on("POST", "/a").slow(Fault.Step.MID_ANSWER, Duration.ofMillis(1));

        assertThat(post("/a", "one").body()).isEqualTo("{\"said\":\"one\"}");
    }

    @Test
    void garbage_is_called_json_and_is_not() throws Exception {
        server.faults().on("POST", "/a").garbage();

        HttpResponse<byte[]> answer = client().send(request("/a", "one"), HttpResponse.BodyHandlers.ofByteArray());

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThatThrownBy(() -> Json.parse(answer.body())).hasMessageContaining("JSON");
        assertThat(effects).containsExactly("one");
    }

    @Test
    void oversize_and_bomb_carry_the_size_that_was_asked() throws Exception {
        server.faults().on("POST", "/a").oversize(300_000);
        server.faults().on("POST", "/b").gzipBomb(5_000_000);

        byte[] big = client().send(request("/a", "one"), HttpResponse.BodyHandlers.ofByteArray())
                .body();
        byte[] packed = client().send(request("/b", "one"), HttpResponse.BodyHandlers.ofByteArray())
                .body();

        assertThat(big).hasSize(300_000);
        assertThat(packed).hasSizeLessThan(20_000);
        assertThat(new GZIPInputStream(new java.io.ByteArrayInputStream(packed)).readAllBytes())
                .hasSize(5_000_000);
    }

    @Test
    void an_endless_body_goes_on_and_closing_the_server_ends_it() throws IOException {
        server.faults().on("POST", "/a").endless();

        try (var client = new RawClient(server)) {
            assertThat(client.post("/a", "one").read(100_000)).contains("aaaa");
            server.close();
        }
        assertThat(server.log().exchanges()).allMatch(one -> one.endedAt().isPresent());
    }

    @Test
    void closing_releases_what_is_held() throws IOException {
        Hold hold = server.faults().on("POST", "/a").hang(Fault.Step.BEFORE_EFFECT);

        try (var client = new RawClient(server)) {
            client.post("/a", "one");
            hold.awaitReached(PATIENCE);
            server.close();
            assertThat(hold.isReleased()).isTrue();
        }
    }

    private int status(String path, String body) throws Exception {
        return post(path, body).statusCode();
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return client().send(request(path, body), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String path, String body) {
        return HttpRequest.newBuilder(URI.create(server.uri() + path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }
}
