package dev.parvis.functions.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.parvis.functions.api.Document.Operation;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** Paths, queries, headers and whole bodies that nobody should send: refused, and never a fault. */
class HostileAddressesTest {
    private static final List<String> VALUES = List.of(
            "",
            " ",
            "a\u0000b",
            "\u202Ednuofer\u2066",
            "%",
            "x".repeat(3_000),
            "😀".repeat(600),
            "../../etc/passwd",
            "W#1#TOKEN#x",
            "-1",
            "99999999999999999999",
            "9999-12-31",
            "-0001-01-01T00:00:00Z",
            "+999999999-12-31T23:59:59Z",
            "2026-13",
            "<b>",
            "01KAJ0000000000000000000ZZ",
            "01kaj0000000000000000000zz");
    private static final List<String> TAGS = List.of(
            "",
            "\"\"",
            "3",
            "\"-1\"",
            "\"99999999999999999999\"",
            "\"1\", \"2\"",
            "\"1\"\"2\"",
            "'1'",
            "\"１\"",
            "\"1",
            "null");

    private final Desk desk = Desk.settled();

    static Stream<Operation> all() {
        return Document.read().operations().stream();
    }

    static Stream<Operation> withVersion() {
        return all().filter(operation -> operation.takes("If-Match"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void what_stands_in_a_path_or_a_query_is_found_refused_or_nothing(Operation operation) {
        var faults = new ArrayList<String>();
        for (var parameter : operation.parameters()) {
            var place = parameter.at("in").textOr("");
            if (!place.equals("header")) {
                VALUES.stream()
                        .map(value -> address(operation, parameter, value))
                        .map(address -> sent(operation, address))
                        .filter(answer -> answer.status() >= 500)
                        .forEach(answer -> faults.add(parameter.at("name") + " " + Answers.text(answer)));
            }
        }
        assertThat(faults).isEmpty();
    }

    private Response sent(Operation operation, String address) {
        return Prepared.call(desk, operation).send(operation.method(), address, operation.body());
    }

    private static String address(Operation operation, Json parameter, String value) {
        var name = parameter.at("name").textOr("");
        var encoded = URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
        if (parameter.at("in").textOr("").equals("query")) {
            var whole = operation.address();
            return whole + (whole.contains("?") ? "&" : "?") + name + "=" + encoded;
        }
        var example = parameter.at("example").textOr("").replace("|", "%7C");
        return operation
                .address()
                .replaceFirst("/" + java.util.regex.Pattern.quote(example) + "(?=/|\\?|$)", "/" + encoded);
    }

    @ParameterizedTest
    @MethodSource("withVersion")
    void a_version_that_is_none_of_ours_changes_nothing(Operation operation) {
        for (var tag : TAGS) {
            var answer = desk.as(Sample.OWNER)
                    .with("If-Match", tag)
                    .send(operation.method(), operation.address(), operation.body());

            assertThat(answer.status()).as(tag + " " + Answers.text(answer)).isIn(412, 428);
        }
    }

    @Test
    void a_body_that_is_too_deep_says_a_thing_twice_or_is_too_large_is_refused_where_it_is() {
        var deep = "{\"text\":" + "[".repeat(100) + "]".repeat(100) + "}";
        var twice = "{\"brand\": \"a\",\n \"text\": \"un\", \"text\": \"deux\"}";
        var long1 = "{\"text\": \"" + "x".repeat(1 << 20) + "\"}";

        assertThat(detail(deep, Problem.Code.MALFORMED_JSON)).contains("nested deeper than 64 levels", "line 1");
        assertThat(detail(twice, Problem.Code.MALFORMED_JSON))
                .contains("a member name stands twice in one object", "line 2, column 16");
        assertThat(detail(long1, Problem.Code.PAYLOAD_TOO_LARGE)).contains("1048576");
        assertThat(desk.stores.posts().find(Sample.WORKSPACE, Sample.POST)).isPresent();
    }

    private String detail(String body, Problem.Code code) {
        var answer = desk.as(Sample.WRITER).send("POST", Desk.path("/posts"), body.getBytes(StandardCharsets.UTF_8));
        return Answers.refused(answer, code).at("detail").textOr("");
    }
}
