package dev.parvis.functions.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.parvis.functions.api.Document.Operation;
import dev.parvis.functions.api.Leaves.Leaf;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** Every field of every body holds, one at a time, what nobody should send: it is taken, or refused by its place, and never a fault. */
class HostileBodiesTest {
    private static final Document DOCUMENT = Document.read();
    private static final Leaves LEAVES = new Leaves(DOCUMENT);
    /** Each place has its turn with a part of the values, which is another at the next place; 1 tries all everywhere, in 20 s. */
    private static final int STRIDE = Integer.getInteger("parvis.hostile.stride", 5);

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "a\u0000b",
            "\u202Ednuofer\u2066 a\u200Db \uFEFF",
            "\uD83D\uDE00".repeat(12_000),
            "../../etc/passwd",
            "<script>alert(1)</script>",
            "=HYPERLINK(\"http://evil.example\")",
            "9999-12-31T23:59:59",
            "-0001-01-01T00:00",
            "+999999999-12-31T23:59",
            "9999-12-31",
            "0000-01-01",
            "23:59",
            "Europe/Nowhere",
            "http://[::1",
            "https://user:pass@host.example:99999/",
            "FREQ=SECONDLY",
            "FREQ=DAILY;COUNT=999999999",
            "#00",
            "fr-" + "x".repeat(32),
            "01KAJ0000000000000000000ZZ",
            "01kaj0000000000000000000zz");
    private static final List<Json> OTHERS = List.of(
            Json.parse("-1"),
            Json.parse("0"),
            Json.parse("0.5"),
            Json.parse("1e300"),
            Json.parse("9223372036854775807"),
            Json.parse("99999999999999999999"),
            Json.parse("true"),
            Json.parse("null"),
            Json.parse("[]"),
            Json.parse("{}"),
            Json.parse("[null]"),
            Json.parse("[[]]"),
            Json.parse("{\"\":{\"\":[]}}"),
            new Json.Arr(Collections.nCopies(500, Json.of("x"))));

    static Stream<Operation> withBody() {
        return DOCUMENT.operations().stream()
                .filter(operation -> !operation.isOpen())
                .filter(operation -> operation.bodySchema().isPresent());
    }

    private static List<Json> hostile() {
        return Stream.concat(TEXTS.stream().map(Json::of), OTHERS.stream()).toList();
    }

    @ParameterizedTest
    @MethodSource("withBody")
    void a_field_is_taken_or_refused_by_its_place(Operation operation) {
        var wrong = new ArrayList<String>();
        var example = Json.parse(operation.body());
        var desk = prepared(operation);
        var values = hostile();
        var turn = 0;
        for (var leaf : LEAVES.of(operation)) {
            for (var i = turn++ % STRIDE; i < values.size(); i += STRIDE) {
                var value = values.get(i);
                var answer = Prepared.call(desk, operation)
                        .send(
                                operation.method(),
                                operation.address(),
                                Leaves.with(example, leaf.path(), value).bytes());
                fault(leaf, value, answer).ifPresent(wrong::add);
                desk = needsAnother(operation, answer) ? prepared(operation) : desk;
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** What was changed under its version, or is there once only, would be refused for that from now on. */
    private static boolean needsAnother(Operation operation, Response answer) {
        return answer.status() < 300
                        && !operation.json().at("operationId").textOr("").startsWith("create")
                || answer.status() == 409
                || answer.status() == 412;
    }

    private static Desk prepared(Operation operation) {
        var desk = Desk.settled();
        Prepared.before(desk, operation);
        return desk;
    }

    private static Optional<String> fault(Leaf leaf, Json value, Response answer) {
        if (answer.status() < 300) {
            return Optional.empty();
        }
        var told = new String(answer.body(), StandardCharsets.UTF_8);
        var problem = Json.parse(told);
        var isPrecise = answer.status() != 422
                || problem.at("errors").items().stream()
                        .allMatch(error -> !error.at("detail").textOr("").isBlank()
                                && error.at("pointer").text().isPresent());
        return answer.status() < 500
                        && isPrecise
                        && !problem.at("detail").textOr("").isBlank()
                ? Optional.empty()
                : Optional.of(leaf + " = " + shortened(value) + ": " + told);
    }

    private static String shortened(Json value) {
        var text = value.toString();
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
