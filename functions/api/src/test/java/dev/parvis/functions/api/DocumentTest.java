package dev.parvis.functions.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.kernel.json.Json;

import static org.assertj.core.api.Assertions.assertThat;

/** The document says what the router offers, in the form that OpenAPI 3.1 asks for. */
class DocumentTest {
    private final Document document = Document.read();

    @Test
    void the_document_is_openapi_3_1() {
        var schema = new String(Document.resource("openapi-3.1-schema-2022-10-07.json"), StandardCharsets.UTF_8);

        assertThat(Document.faults(schema, document.json.toString())).isEmpty();
        assertThat(Document.faults(schema, document.json.toString().replace("\"info\":", "\"inof\":")))
                .as("the validator sees a fault")
                .isNotEmpty();
    }

    @Test
    void the_document_and_the_router_name_the_same_routes() {
        var offered = Desk.settled().router.routes();

        var documented = document.operations().stream()
                .map(operation -> new Router.Listed(operation.method(), operation.path()))
                .toList();

        assertThat(documented).containsExactlyInAnyOrderElementsOf(offered);
    }

    @Test
    void operation_ids_are_unique_and_tags_are_described() {
        var ids = document.operations().stream()
                .map(operation -> operation.json().at("operationId").textOr(""))
                .toList();
        var described = document.json.at("tags").items().stream()
                .map(tag -> tag.at("name").textOr(""))
                .toList();

        assertThat(ids).doesNotHaveDuplicates().doesNotContain("");
        assertThat(document.operations()).allSatisfy(operation -> assertThat(described)
                .contains(operation.json().at("tags", 0).textOr("")));
    }

    @Test
    void the_list_of_problems_is_closed_and_complete() {
        var listed = document.json
                .at("components", "schemas", "Problem", "properties", "code", "enum")
                .items();

        assertThat(listed.stream().map(code -> code.textOr("")))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Problem.Code.values()).map(Problem.Code::slug).toList());
    }

    @Test
    void every_reference_leads_somewhere_and_every_component_is_used() {
        var references = new ArrayList<String>();
        collect(document.json, references);
        var components = document.json.at("components").fields().entrySet().stream()
                .filter(kind -> !kind.getKey().equals("securitySchemes"))
                .flatMap(kind -> kind.getValue().fields().keySet().stream()
                        .map(name -> "#/components/" + kind.getKey() + "/" + name))
                .toList();

        assertThat(references).isNotEmpty();
        assertThat(components).allSatisfy(component -> assertThat(references).contains(component));
        assertThat(components).containsAll(references);
    }

    private static void collect(Json node, List<String> into) {
        node.at("$ref").text().ifPresent(into::add);
        node.fields().values().forEach(child -> collect(child, into));
        node.items().forEach(child -> collect(child, into));
    }

    @Test
    void every_request_body_is_closed_to_unknown_fields() {
        var open = document.operations().stream()
                .flatMap(operation -> operation.bodySchema().stream())
                .filter(schema -> document.resolved(schema)
                        .at("additionalProperties")
                        .truth()
                        .orElse(true));

        assertThat(open).isEmpty();
    }

    @Test
    void every_example_holds_its_own_schema() {
        var faults = new ArrayList<String>();
        var seen = new int[1];

        examples(document.json, "", faults, seen);

        assertThat(faults).isEmpty();
        assertThat(seen[0]).isGreaterThan(80);
    }

    private void examples(Json node, String at, List<String> faults, int[] seen) {
        if (!node.at("schema").isMissing() && !node.at("example").isMissing()) {
            seen[0]++;
            document.faults(node.at("schema"), node.at("example").bytes())
                    .forEach(fault -> faults.add(at + ": " + fault));
        }
        for (Map.Entry<String, Json> child : node.fields().entrySet()) {
            examples(child.getValue(), at + "/" + child.getKey(), faults, seen);
        }
        node.items().forEach(child -> examples(child, at, faults, seen));
    }

    @Test
    void the_document_is_served_to_everybody_as_it_stands() {
        var answer = Desk.settled().as("").get("/openapi.json");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(Document.resource("openapi.json"));
        assertThat(answer.headers()).containsEntry("content-type", "application/json");
    }
}
