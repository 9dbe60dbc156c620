package dev.parvis.local.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.parvis.emulators.Listen;
import dev.parvis.emulators.PortTaken;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.json.Json;
import dev.parvis.local.auth.Verdict;
import dev.parvis.local.runtime.InvocationResult;
import dev.parvis.local.runtime.Run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GatewayTest {

    static final Run RUN = new Run("r", false, Duration.ofMillis(1), List.of());

    final BlockingQueue<Json> events = new LinkedBlockingQueue<>();
    final BlockingQueue<String> functions = new LinkedBlockingQueue<>();
    final HttpClient client = HttpClient.newHttpClient();
    Gateway gateway;

    @AfterEach
    void close() {
        if (gateway != null) {
            gateway.close();
        }
        client.close();
    }

    @Test
    void a_request_becomes_the_event_of_the_payload_format() throws Exception {
        open(event -> answered("{\"statusCode\":204}"));

        HttpResponse<String> response = send(request("/v1/brands/caf%C3%A9?a=1&a=2&b=%26")
                .header("X-Twice", "one")
                .header("X-Twice", "two")
                .header("Cookie", "c=1; d=2")
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer good")
                .POST(BodyPublishers.ofString("{\"name\":\"été\"}")));

        Json event = events.take();
        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(functions.take()).isEqualTo("api");
        assertThat(event.at("version").textOr("")).isEqualTo("2.0");
        assertThat(event.at("routeKey").textOr("")).isEqualTo("ANY /v1/{proxy+}");
        assertThat(event.at("rawPath").textOr("")).isEqualTo("/v1/brands/caf%C3%A9");
        assertThat(event.at("rawQueryString").textOr("")).isEqualTo("a=1&a=2&b=%26");
        assertThat(event.at("queryStringParameters").toString()).isEqualTo("{\"a\":\"1,2\",\"b\":\"&\"}");
        assertThat(event.at("pathParameters", "proxy").textOr("")).isEqualTo("brands/café");
        assertThat(event.at("headers", "x-twice").textOr("")).isEqualTo("one,two");
        assertThat(event.at("cookies").toString()).isEqualTo("[\"c=1\",\"d=2\"]");
        assertThat(event.at("headers").fields()).doesNotContainKey("cookie");
        assertThat(event.at("body").textOr("")).isEqualTo("{\"name\":\"été\"}");
        assertThat(event.at("isBase64Encoded")).isEqualTo(Json.of(false));
        assertThat(event.at("requestContext", "authorizer", "jwt", "claims", "sub")
                        .textOr(""))
                .isEqualTo("owner");
        assertThat(event.at("requestContext", "http", "method").textOr("")).isEqualTo("POST");
        assertThat(event.at("requestContext", "http", "sourceIp").textOr("")).isEqualTo("127.0.0.1");
        assertThat(event.at("requestContext", "domainName").textOr("")).startsWith("127.0.0.1:");
        assertThat(response.headers().firstValue("apigw-requestid"))
                .contains(event.at("requestContext", "requestId").textOr("?"));
    }

    @Test
    void the_kernel_reads_back_what_was_sent_byte_for_byte() throws Exception {
        open(event -> answered("{\"statusCode\":200,\"body\":\"ok\"}"));
        byte[] bytes = {0, 1, (byte) 0xFF, 'a', (byte) 0xC3};

        for (String type : List.of("application/octet-stream", "application/x-www-form-urlencoded", "text/plain")) {
            send(request("/hooks/w1/c1").header("Content-Type", type).POST(BodyPublishers.ofByteArray(bytes)));
            Json event = events.take();

            assertThat(event.at("isBase64Encoded")).as(type).isEqualTo(Json.of(true));
            assertThat(Request.fromEvent(event).body()).as(type).isEqualTo(bytes);
        }
    }

    @Test
    void a_missing_or_bad_token_is_401_and_the_function_is_not_woken() throws Exception {
        open(event -> answered("{}"));

        HttpResponse<String> response = send(request("/v1/brands").header("Authorization", "Bearer bad"));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.body()).isEqualTo("{\"message\":\"Unauthorized\"}");
        assertThat(response.headers().firstValue("www-authenticate").orElse("")).contains("invalid_token");
        assertThat(events).isEmpty();
    }

    @Test
    void a_route_without_authorizer_is_open_and_the_most_specific_route_answers() throws Exception {
        open(event -> answered("{\"statusCode\":200,\"body\":\"ok\"}"));

        send(request("/hooks/w1/c1").POST(BodyPublishers.noBody()));
        send(request("/v1/special").header("Authorization", "Bearer good"));

        assertThat(functions.take()).isEqualTo("webhooks");
        assertThat(functions.take()).isEqualTo("special");
        assertThat(events.take().at("pathParameters").toString())
                .isEqualTo("{\"workspace\":\"w1\",\"channel\":\"c1\"}");
        assertThat(send(request("/hooks/w1/c1")).statusCode()).isEqualTo(404);
        assertThat(send(request("/nowhere")).body()).isEqualTo("{\"message\":\"Not Found\"}");
    }

    @Test
    void an_answer_keeps_its_status_headers_cookies_and_bytes() throws Exception {
        open(event -> answered("""
                {"statusCode":201,"headers":{"Location":"/v1/brands/1","Content-Type":"image/png"},
                 "cookies":["a=1","b=2"],"body":"AAH/","isBase64Encoded":true}"""));

        HttpResponse<byte[]> response = client.send(
                request("/hooks/w1/c1").POST(BodyPublishers.noBody()).build(), BodyHandlers.ofByteArray());

        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("location")).contains("/v1/brands/1");
        assertThat(response.headers().allValues("set-cookie")).containsExactly("a=1", "b=2");
        assertThat(response.body()).containsExactly(0, 1, 255);
    }

    @Test
    void what_goes_wrong_in_the_function_is_500_without_its_message() throws Exception {
        open(event -> switch (event.at("headers", "x-case").textOr("")) {
            case "fault" -> new InvocationResult.Faulted("java.lang.Error", "the secret is 42", RUN);
            case "died" -> new InvocationResult.Died(137, RUN);
            case "garbage" -> answered("not json");
            default -> answered("{\"statusCode\":999}");
        });

        for (String situation : List.of("fault", "died", "garbage", "status")) {
            HttpResponse<String> response =
                    send(request("/hooks/w1/c1").header("x-case", situation).POST(BodyPublishers.noBody()));

            assertThat(response.statusCode()).as(situation).isEqualTo(500);
            assertThat(response.body()).isEqualTo("{\"message\":\"Internal Server Error\"}");
        }
    }

    @Test
    void an_event_over_six_megabytes_and_a_request_over_ten_are_413() throws Exception {
        open(event -> answered("{\"statusCode\":204}"));

        HttpResponse<String> six = send(request("/hooks/w1/c1").POST(BodyPublishers.ofByteArray(new byte[7 << 20])));
        HttpResponse<String> ten =
                send(request("/hooks/w1/c1").POST(BodyPublishers.ofByteArray(new byte[(10 << 20) + 1])));

        assertThat(six.statusCode()).isEqualTo(413);
        assertThat(ten.statusCode()).isEqualTo(413);
        assertThat(events).isEmpty();
    }

    @Test
    void a_function_that_takes_too_long_is_503_for_the_caller() throws Exception {
        var release = new CountDownLatch(1);
        open(Duration.ofMillis(200), event -> {
            try {
                release.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return answered("{\"statusCode\":200}");
        });

        HttpResponse<String> response = send(request("/hooks/w1/c1").POST(BodyPublishers.noBody()));
        release.countDown();

        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.body()).isEqualTo("{\"message\":\"Service Unavailable\"}");
    }

    @Test
    void the_suite_s_own_pages_come_first() throws Exception {
        open(event -> answered("{\"statusCode\":204}"));

        HttpResponse<String> page = send(request("/"));
        HttpResponse<Void> head = client.send(request("/").HEAD().build(), BodyHandlers.discarding());

        assertThat(page.body()).isEqualTo("<p>été</p>");
        assertThat(page.headers().firstValue("content-type")).contains("text/html; charset=utf-8");
        assertThat(head.statusCode()).isEqualTo(200);
    }

    @Test
    void a_taken_port_is_said_in_a_sentence() {
        open(event -> answered("{}"));

        assertThatThrownBy(() -> Gateway.open(
                        Listen.loopback(gateway.port()), parts(Duration.ofSeconds(5), event -> answered("{}"))))
                .isInstanceOf(PortTaken.class)
                .hasMessageContaining("Port " + gateway.port());
    }

    private void open(Function<Json, InvocationResult> function) {
        open(Duration.ofSeconds(5), function);
    }

    private void open(Duration limit, Function<Json, InvocationResult> function) {
        gateway = Gateway.open(Listen.anywhere(), parts(limit, function));
    }

    private Gateway.Parts parts(Duration limit, Function<Json, InvocationResult> function) {
        var routes = List.of(
                new Route("ANY", "/v1/{proxy+}", "api", true),
                new Route("GET", "/v1/special", "special", true),
                new Route("POST", "/hooks/{workspace}/{channel}", "webhooks", false));
        return new Gateway.Parts(
                routes,
                header -> header.equals("Bearer good")
                        ? new Verdict.Accepted(Map.of("sub", "owner"))
                        : new Verdict.Refused("no"),
                (name, trigger, bytes) -> {
                    Json event = Json.parse(bytes);
                    functions.add(name);
                    events.add(event);
                    return function.apply(event);
                },
                request -> request.rawPath().equals("/")
                        ? Optional.of(Response.text(200, "text/html; charset=utf-8", "<p>été</p>"))
                        : Optional.empty(),
                InstantSource.system(),
                () -> "request-1",
                limit);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + gateway.port() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static InvocationResult answered(String json) {
        return new InvocationResult.Answered(json.getBytes(StandardCharsets.UTF_8), RUN);
    }
}
