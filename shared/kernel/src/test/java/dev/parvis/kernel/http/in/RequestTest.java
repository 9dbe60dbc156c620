package dev.parvis.kernel.http.in;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Shape: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html. */
class RequestTest {
    private static final String EVENT = """
            {"version":"2.0","routeKey":"POST /v1/brands","rawPath":"/prod/v1/brands","rawQueryString":"a=1&b=x%20y&a=2&c",
             "cookies":["s=1","t=2"],"headers":{"Content-Type":"application/json","X-Twice":"a,b"},
             "queryStringParameters":{"a":"1,2","b":"x y"},
             "requestContext":{"accountId":"1","apiId":"api","domainName":"id.execute-api.eu-west-3.amazonaws.com",
              "authorizer":{"jwt":{"claims":{"sub":"u1","email":"a@example.org","cognito:groups":"[one two]","exp":1234},"scopes":null}},
              "http":{"method":"post","path":"/prod/v1/brands","protocol":"HTTP/1.1","sourceIp":"192.0.2.1","userAgent":"x"},
              "requestId":"req=","routeKey":"POST /v1/brands","stage":"prod","time":"x","timeEpoch":1},
             "body":"{\\"name\\":\\"é\\"}","isBase64Encoded":false}""";

    @Test
    void an_event_of_the_gateway_is_read_whole() {
        var request = Request.fromEvent(Json.parse(EVENT));

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.rawPath()).isEqualTo("/v1/brands");
        assertThat(request.query()).isEqualTo(Map.of("a", List.of("1", "2"), "b", List.of("x y"), "c", List.of("")));
        assertThat(request.query("a")).contains("1");
        assertThat(request.query("z")).isEmpty();
        assertThat(request.header("content-type")).contains("application/json");
        assertThat(request.header("Cookie")).contains("s=1; t=2");
        assertThat(request.claims())
                .isEqualTo(Map.of("sub", "u1", "email", "a@example.org", "cognito:groups", "[one two]", "exp", "1234"));
        assertThat(request.sourceIp()).isEqualTo("192.0.2.1");
        assertThat(request.requestId()).isEqualTo("req=");
        assertThat(request.stage()).isEqualTo("prod");
        assertThat(request.domain()).isEqualTo("id.execute-api.eu-west-3.amazonaws.com");
        assertThat(request.json().at("name").text()).contains("é");
    }

    @Test
    void a_body_in_base64_comes_as_the_bytes_that_were_sent() {
        var bytes = new byte[] {0, (byte) 0xFF, '\r', '\n', (byte) 0xC3};
        var event = minimal()
                .with("body", Base64.getEncoder().encodeToString(bytes))
                .with("isBase64Encoded", true);

        assertThat(Request.fromEvent(event).body()).isEqualTo(bytes);
    }

    @Test
    void what_the_gateway_leaves_out_is_empty() {
        var request = Request.fromEvent(minimal());

        assertThat(request.body()).isEmpty();
        assertThat(request.query()).isEmpty();
        assertThat(request.claims()).isEmpty();
        assertThat(request.rawPath()).isEqualTo("/");
        assertThat(request.claim("sub")).isEmpty();
    }

    @Test
    void a_body_that_claims_to_be_base64_and_is_not_is_the_callers_mistake() {
        var event = minimal().with("body", "***").with("isBase64Encoded", true);

        assertThatThrownBy(() -> Request.fromEvent(event))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("INVALID_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "a=%ff", "%c3=1", "a=%ed%a0%80"})
    void a_query_that_cannot_be_decoded_is_the_callers_mistake(String query) {
        assertThatThrownBy(() -> Request.fromEvent(minimal().with("rawQueryString", query)))
                .isInstanceOf(ProblemException.class)
                .hasMessageNotContaining(query);
    }

    @ParameterizedTest
    @CsvSource({
        "$default, /v1/x, /v1/x",
        "prod, /prod/v1/x, /v1/x",
        "prod, /v1/x, /v1/x",
        "prod, /prod, /",
        "prod, /production, /production",
        "v1, /v1/v1/x, /v1/x"
    })
    void the_stage_is_no_part_of_the_path(String stage, String path, String expected) {
        var event = Json.obj(
                "rawPath", path, "requestContext", Json.obj("stage", stage, "http", Json.obj("method", "GET")));

        assertThat(Request.fromEvent(event).rawPath()).isEqualTo(expected);
    }

    @Test
    void a_request_prints_neither_query_nor_headers_nor_body() {
        var request = Request.of(
                "GET", "/v1/x?token=t", Map.of("authorization", "Bearer u"), "w".getBytes(StandardCharsets.UTF_8));

        assertThat(request.toString()).isEqualTo("GET /v1/x");
    }

    @Test
    void an_answer_is_text_where_it_can_be_and_base64_where_it_must() {
        var text = Response.json(201, Json.obj("name", "é"))
                .withHeader("ETag", "\"1\"")
                .toEvent();
        var bytes =
                Response.bytes(200, "image/png", new byte[] {(byte) 0x89, 'P'}).toEvent();

        assertThat(text.toString())
                .isEqualTo("{\"statusCode\":201,\"headers\":" + text.at("headers")
                        + ",\"body\":\"{\\\"name\\\":\\\"é\\\"}\",\"isBase64Encoded\":false}");
        assertThat(text.at("headers", "etag").text()).contains("\"1\"");
        assertThat(bytes.at("isBase64Encoded").truth()).contains(true);
        assertThat(bytes.at("body").text()).contains("iVA=");
    }

    @Test
    void a_header_that_would_split_the_answer_is_refused() {
        assertThatThrownBy(() -> Response.empty(302).withHeader("location", "/x\r\nset-cookie: a=b"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Json.Obj minimal() {
        return Json.obj("requestContext", Json.obj("http", Json.obj("method", "GET")));
    }
}
