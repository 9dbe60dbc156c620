package dev.parvis.functions.api;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.parvis.functions.api.Document.Operation;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** Every example of the document is sent as it stands, to an API where what it speaks of is there. */
class ExamplesTest {
    private static final Document DOCUMENT = Document.read();

    static Stream<Operation> examples() {
        return DOCUMENT.operations().stream()
                .filter(operation -> !operation.path().matches("/(?:[achr]|stop)/.*"));
    }

    static Stream<Operation> withBody() {
        return examples().filter(operation -> operation.bodySchema().isPresent());
    }

    static Stream<Operation> withVersion() {
        return examples().filter(operation -> operation.takes("If-Match"));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_is_answered_as_documented(Operation operation) {
        Prepared.answersAsDocumented(Desk.settled(), operation);
    }

    @ParameterizedTest
    @MethodSource("withBody")
    void the_documented_fields_are_those_that_the_route_knows(Operation operation) {
        var desk = Desk.settled();
        var schema = operation.bodySchema().orElseThrow();

        var answer = Prepared.call(desk, operation)
                .send(
                        operation.method(),
                        operation.address(),
                        Json.obj("surprise", 1).bytes());

        var unknown = Answers.refused(answer, Problem.Code.INVALID_FIELDS).at("errors").items().stream()
                .filter(error -> error.at("pointer").textOr("").equals("/surprise"))
                .findFirst()
                .orElseThrow();
        assertThat(unknown.at("code").textOr("")).isEqualTo("unknown_field");
        assertThat(unknown.at("detail").textOr(""))
                .endsWith("known: " + String.join(", ", DOCUMENT.names(schema)) + ".");
    }

    @ParameterizedTest
    @MethodSource("withBody")
    void the_documented_fields_of_objects_inside_are_those_that_the_route_knows(Operation operation) {
        var schema = DOCUMENT.resolved(operation.bodySchema().orElseThrow());
        schema.at("properties").fields().forEach((name, property) -> {
            var inner = DOCUMENT.resolved(property);
            if (!inner.at("properties").isMissing()) {
                var body = Json.parse(operation.body()).object().orElseThrow().with(name, Json.obj("surprise", 1));

                var answer = Prepared.call(Desk.settled(), operation)
                        .send(operation.method(), operation.address(), body.bytes());

                assertThat(Answers.text(answer))
                        .contains("\"/" + name + "/surprise\"")
                        .contains("known: " + String.join(", ", DOCUMENT.names(inner)) + ".");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("withBody")
    void a_body_that_is_no_object_or_no_json_or_too_large_is_refused(Operation operation) {
        var desk = Desk.settled();
        var call = Prepared.call(desk, operation);

        var array = call.send(
                operation.method(), operation.address(), "[]".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var broken = call.send(
                operation.method(),
                operation.address(),
                "{\n \"a\": }".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        var nothing = call.send(operation.method(), operation.address(), new byte[0]);
        var invalid = call.send(operation.method(), operation.address(), new byte[] {'{', '"', (byte) 0xc3, '"', '}'});
        var large = call.send(operation.method(), operation.address(), new byte[(1 << 20) + 1]);

        Answers.refused(array, Problem.Code.INVALID_FIELDS);
        assertThat(Answers.refused(broken, Problem.Code.MALFORMED_JSON)
                        .at("detail")
                        .textOr(""))
                .contains("line 2, column 7");
        Answers.refused(nothing, Problem.Code.MALFORMED_JSON);
        assertThat(Answers.refused(invalid, Problem.Code.MALFORMED_JSON)
                        .at("detail")
                        .textOr(""))
                .contains("UTF-8");
        Answers.refused(large, Problem.Code.PAYLOAD_TOO_LARGE);
    }

    @ParameterizedTest
    @MethodSource("withVersion")
    void a_change_needs_the_version_that_was_read(Operation operation) {
        var desk = Desk.settled();
        var call = desk.as(Sample.OWNER);

        var without = call.send(operation.method(), operation.address(), operation.body());
        var older = call.with("If-Match", "\"7\"").send(operation.method(), operation.address(), operation.body());
        var weak = call.with("If-Match", "W/\"1\"").send(operation.method(), operation.address(), operation.body());
        var any = call.with("If-Match", "*").send(operation.method(), operation.address(), operation.body());

        Answers.refused(without, Problem.Code.PRECONDITION_REQUIRED);
        Answers.refused(older, Problem.Code.PRECONDITION_FAILED);
        Answers.refused(weak, Problem.Code.PRECONDITION_FAILED);
        Answers.refused(any, Problem.Code.PRECONDITION_FAILED);
        Prepared.before(desk, operation);
        var right = Prepared.call(desk, operation).send(operation.method(), operation.address(), operation.body());
        assertThat(right.status()).as(Answers.text(right)).isEqualTo(operation.success());
    }
}
