package dev.parvis.kernel.http.in;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.parvis.kernel.json.FieldError;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.time.ManualClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RouterTest {
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private final Log log = new Log(new PrintStream(logged), ManualClock.at("2026-11-21T04:30:00Z"));
    private final Router router = new Router(new Problems(() -> "INCIDENT1", log))
            .get("/v1/brands", _ -> text("list"))
            .post("/v1/brands", _ -> text("create"))
            .get("/v1/brands/{brand}", request -> text("brand " + request.param("brand")))
            .delete("/v1/brands/{brand}", _ -> Response.empty(204))
            .get("/v1/brands/mine", _ -> text("mine"))
            .get(
                    "/v1/brands/{brand}/posts/{post}",
                    request -> text(request.param("brand") + "+" + request.param("post")))
            .get("/", _ -> text("root"));

    @ParameterizedTest
    @CsvSource({
        "GET, /, root",
        "GET, /v1/brands, list",
        "POST, /v1/brands, create",
        "GET, /v1/brands/mine, mine",
        "GET, /v1/brands/B1, brand B1",
        "GET, /v1/brands/a%20b%2Fc%C3%A9, brand a b/cé",
        "GET, /v1/brands/a+b, brand a+b",
        "GET, /v1/brands/B1/posts/P2, B1+P2",
        "GET, /v1/brands/mine/posts/P2, mine+P2"
    })
    void a_request_finds_its_handler_and_parameters(String method, String path, String answer) {
        assertThat(handle(method, path))
                .returns(200, Response::status)
                .extracting(RouterTest::body)
                .isEqualTo(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/v1/brands/",
                "/v1//brands",
                "/v1/brands/B1/posts",
                "/v1/brands/B1/posts/P2/x",
                "/V1/brands",
                "/v1/brands/%",
                "/v1/brands/%4",
                "/v1/brands/%zz",
                "/v1/brands/%ff",
                "/v1/brands/%c3%28",
                "/v1/brands/%ed%a0%80",
                "//"
            })
    void a_path_that_nothing_serves_or_that_cannot_be_decoded_is_404(String path) {
        var response = handle("GET", path);

        assertThat(response.status()).isEqualTo(404);
        assertThat(json(response).at("code").text()).contains("not-found");
        assertThat(response.headers()).containsEntry("content-type", "application/problem+json");
    }

    @Test
    void a_method_that_a_path_lacks_is_405_with_those_it_has() {
        var response = handle("PUT", "/v1/brands/B1");

        assertThat(response.status()).isEqualTo(405);
        assertThat(response.headers()).containsEntry("allow", "DELETE, GET, HEAD");
        assertThat(handle("<script>", "/v1/brands").status()).isEqualTo(405);
        assertThat(body(handle("<script>", "/v1/brands"))).doesNotContain("script");
    }

    @Test
    void head_is_get_without_the_body() {
        var response = handle("HEAD", "/v1/brands");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers()).containsEntry("content-length", "4");
        assertThat(handle("HEAD", "/nothing").status()).isEqualTo(404);
    }

    @Test
    void routes_are_listed_for_the_api_document() {
        assertThat(router.routes())
                .contains(new Router.Listed("GET", "/v1/brands/{brand}"), new Router.Listed("POST", "/v1/brands"))
                .hasSize(7);
    }

    @Test
    void two_routes_of_one_shape_are_refused() {
        assertThatThrownBy(() -> router.get("/v1/brands/{other}", _ -> text("")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> router.get("v1", _ -> text(""))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_problem_that_a_handler_throws_is_the_answer() {
        router.put("/problem", _ -> {
            Problem.refuseIfAny(List.of(new FieldError("/name", "required", "name is required.")));
            throw new AssertionError("not reached");
        });

        var response = handle("PUT", "/problem");

        assertThat(response.status()).isEqualTo(422);
        assertThat(json(response).toString())
                .isEqualTo(
                        "{\"type\":\"https://parvis.dev/problems/invalid-fields\",\"title\":\"Some fields are not acceptable\","
                                + "\"status\":422,\"detail\":\"One field is not acceptable.\",\"code\":\"invalid-fields\","
                                + "\"errors\":[{\"pointer\":\"/name\",\"code\":\"required\",\"detail\":\"name is required.\"}]}");
        assertThat(logged.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void malformed_json_is_400_with_its_place() {
        router.put("/json", request -> Response.json(200, request.json()));

        var response = router.handle(Request.of("PUT", "/json", Map.of(), "{\"a\":".getBytes(StandardCharsets.UTF_8)));

        assertThat(response.status()).isEqualTo(400);
        assertThat(json(response).at("code").text()).contains("malformed-json");
        assertThat(json(response).at("detail").textOr("")).contains("line 1, column");
    }

    @Test
    void a_fault_is_answered_with_an_incident_and_nothing_internal_and_logged_once() {
        router.put("/fault", _ -> {
            throw new IllegalStateException("table parvis-prod said no", new RuntimeException("cause"));
        });

        var response = handle("PUT", "/fault");

        assertThat(response.status()).isEqualTo(500);
        assertThat(json(response).at("incident").text()).contains("INCIDENT1");
        assertThat(body(response)).doesNotContain("parvis-prod", "IllegalState", "java");
        assertThat(logged.toString(StandardCharsets.UTF_8).lines())
                .singleElement()
                .asString()
                .contains(
                        "\"event\":\"http.fault\"", "\"incident\":\"INCIDENT1\"", "parvis-prod", "cause", "RouterTest");
    }

    @Test
    void every_code_has_a_status_of_errors_a_title_a_text_and_a_slug_of_its_own() {
        assertThat(Problem.Code.values())
                .extracting(Problem.Code::slug)
                .doesNotHaveDuplicates()
                .allMatch(slug -> slug.matches("[a-z-]+"));
        for (var code : Problem.Code.values()) {
            assertThat(code.status()).isBetween(400, 599);
            assertThat(code.title()).isNotBlank();
            assertThat(code.doc()).endsWith(".");
            assertThat(Problem.of(code, "d").response().status()).isEqualTo(code.status());
        }
    }

    private Response handle(String method, String path) {
        return router.handle(Request.of(method, path, Map.of(), new byte[0]));
    }

    private static Response text(String text) {
        return Response.text(200, "text/plain", text);
    }

    private static String body(Response response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }

    private static Json json(Response response) {
        return Json.parse(response.body());
    }
}
