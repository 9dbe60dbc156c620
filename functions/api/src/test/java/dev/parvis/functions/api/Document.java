package dev.parvis.functions.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;

import dev.parvis.kernel.json.Json;

/** The OpenAPI document, as tests read it and hold bodies to it. */
final class Document {
    private static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete");
    private static final Set<String> OPEN =
            Set.of("/openapi.json", "/a/{token}", "/h/{token}", "/r/{token}", "/c/{token}", "/stop/{token}");

    final Json json;

    private Document(Json json) {
        this.json = json;
    }

    static Document read() {
        return new Document(Json.parse(resource("openapi.json")));
    }

    static byte[] resource(String name) {
        try (var in = Document.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new AssertionError(name + " is not there");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One operation of the document. */
    record Operation(Document document, String method, String path, Json item, Json json) {
        boolean ofWorkspace() {
            return path.contains("{workspace}");
        }

        boolean isOpen() {
            return OPEN.contains(path);
        }

        boolean reads() {
            return method.equals("GET");
        }

        String description() {
            return json.at("description").textOr("");
        }

        /** Those of the path first, resolved. */
        List<Json> parameters() {
            var all = new ArrayList<Json>();
            item.at("parameters").items().forEach(p -> all.add(document.resolved(p)));
            json.at("parameters").items().forEach(p -> all.add(document.resolved(p)));
            return all;
        }

        Optional<Json> parameter(String name) {
            return parameters().stream()
                    .filter(p -> p.at("name").textOr("").equals(name))
                    .findFirst();
        }

        boolean takes(String name) {
            return parameter(name).isPresent();
        }

        /** The path with each parameter's example, and every query parameter that has one. */
        String address() {
            var address = path;
            var query = new StringBuilder();
            for (var p : parameters()) {
                var example = p.at("example");
                var text = example.text().orElseGet(example::toString);
                if (p.at("in").textOr("").equals("path")) {
                    address = address.replace("{" + p.at("name").textOr("") + "}", text.replace("|", "%7C"));
                } else if (p.at("in").textOr("").equals("query") && !example.isMissing()) {
                    query.append(query.isEmpty() ? '?' : '&')
                            .append(p.at("name").textOr(""))
                            .append('=')
                            .append(text);
                }
            }
            return address + query;
        }

        /** The body that the document gives as its example; empty where there is none. */
        byte[] body() {
            var example = json.at("requestBody", "content", "application/json", "example");
            if (example.isMissing()) {
                return json.at("requestBody", "content", "text/csv", "example")
                        .textOr("")
                        .getBytes(StandardCharsets.UTF_8);
            }
            return example.bytes();
        }

        Optional<Json> bodySchema() {
            return Optional.of(json.at("requestBody", "content", "application/json", "schema"))
                    .filter(schema -> !schema.isMissing());
        }

        int success() {
            return json.at("responses").fields().keySet().stream()
                    .filter(status -> status.startsWith("2"))
                    .mapToInt(Integer::parseInt)
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        json.at("paths").fields().forEach((path, item) -> METHODS.stream()
                .filter(method -> !item.at(method).isMissing())
                .forEach(method -> operations.add(
                        new Operation(this, method.toUpperCase(Locale.ROOT), path, item, item.at(method)))));
        return operations;
    }

    Operation operation(String id) {
        return operations().stream()
                .filter(operation ->
                        operation.json().at("operationId").textOr("").equals(id))
                .findFirst()
                .orElseThrow();
    }

    Json resolved(Json node) {
        var reference = node.at("$ref").text();
        if (reference.isEmpty()) {
            return node;
        }
        Object[] steps = reference.get().substring(2).split("/");
        return json.at(steps);
    }

    Set<String> names(Json schema) {
        return new TreeSet<>(resolved(schema).at("properties").fields().keySet());
    }

    /** What is wrong with a body under one of this document's schemas. */
    List<String> faults(Json schema, byte[] body) {
        var whole = Json.obj("components", json.at("components"), "allOf", List.of(schema));
        return faults(whole.toString(), new String(body, java.nio.charset.StandardCharsets.UTF_8));
    }

    static List<String> faults(String schema, String body) {
        try {
            var factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
            var found = factory.getSchema(new ObjectMapper().readTree(schema))
                    .validate(body, InputFormat.JSON, context -> context.getExecutionConfig()
                            .setFormatAssertionsEnabled(true));
            return found.stream().map(ValidationMessage::getMessage).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
