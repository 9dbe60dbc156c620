package dev.parvis.local.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.json.Json;

/**
 * An OpenAPI 3.1 description made readable: every operation with its parameters, body and answers; what several of them share
 * stands once, at the end, and is linked to.
 */
final class ApiPage {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");
    private static final int DEEPEST = 5;
    private static final List<Word> PARAMETER_HEADS =
            List.of(Word.NAME, Word.PLACE, Word.TYPE, Word.NEEDED, Word.MEANING);

    private record Operation(String method, String path, Json item, Json described) {
        String tag() {
            return described.at("tags", 0).textOr("");
        }

        String summary() {
            return described.at("summary").textOr(method + " " + path);
        }

        String anchor() {
            return method.toLowerCase(Locale.ROOT) + path.replaceAll("[^A-Za-z0-9]+", "-");
        }
    }

    private final Page page;
    private final Json api;

    ApiPage(Page page, Json api) {
        this.page = page;
        this.api = api;
    }

    Response show() {
        var main = new Html()
                .raw("<p>")
                .link("/", page.word(Word.BACK))
                .raw(" · ")
                .link("/openapi.json", "openapi.json")
                .raw("</p>")
                .element("p", page.word(Word.API_LEAD));
        api.at("info", "description").text().ifPresent(text -> prose(main, text));
        List<Operation> operations = operations();
        contents(main, operations);
        operations.forEach(operation -> show(main, operation));
        shared(main);
        String title = api.at("info", "title").textOr("") + " "
                + api.at("info", "version").textOr("");
        return page.page((page.word(Word.API) + " – " + title).strip(), main, false);
    }

    private List<Operation> operations() {
        var all = new ArrayList<Operation>();
        api.at("paths").fields().forEach((path, item) -> item.fields().forEach((method, described) -> {
            if (METHODS.contains(method)) {
                all.add(new Operation(method.toUpperCase(Locale.ROOT), path, item, described));
            }
        }));
        return all;
    }

    /** Every operation by what it is about, in the order of the description. */
    private void contents(Html main, List<Operation> operations) {
        var byTag = new LinkedHashMap<String, List<Operation>>();
        operations.forEach(operation ->
                byTag.computeIfAbsent(operation.tag(), _ -> new ArrayList<>()).add(operation));
        main.element("h2", page.word(Word.OPERATIONS)).raw("<nav class=\"toc\" lang=\"en\">");
        byTag.forEach((tag, tagged) -> {
            main.raw("<section>").element("h3", tag).raw("<ul>");
            tagged.forEach(operation -> main.raw("<li>")
                    .link("#" + operation.anchor(), operation.summary())
                    .raw("</li>"));
            main.raw("</ul></section>");
        });
        main.raw("</nav>");
    }

    private void show(Html main, Operation shown) {
        Json operation = shown.described();
        main.raw("<section id=\"")
                .text(shown.anchor())
                .raw("\"><h2><span class=\"verb\">")
                .text(shown.method())
                .raw("</span> <code>")
                .text(shown.path())
                .raw("</code></h2>");
        List.of("summary", "description")
                .forEach(name -> operation.at(name).text().ifPresent(text -> prose(main, text)));
        if (operation.at("security").items().isEmpty()
                && !operation.at("security").isMissing()) {
            main.raw("<p>").text(page.word(Word.OPEN_ROUTE)).raw("</p>");
        }
        parameters(main, shown.item(), operation);
        operation.at("requestBody").object().map(this::resolved).ifPresent(body -> {
            main.element("h3", page.word(Word.BODY));
            body.at("content").fields().forEach((type, content) -> schema(main, type, content.at("schema")));
        });
        answers(main, operation);
        main.raw("</section>");
    }

    private void parameters(Html main, Json item, Json operation) {
        var rows = new ArrayList<List<Html>>();
        for (Json owner : List.of(item, operation)) {
            for (Json declared : owner.at("parameters").items()) {
                Json parameter = resolved(declared);
                rows.add(List.of(
                        new Html().element("code", parameter.at("name").textOr("")),
                        Html.of(parameter.at("in").textOr("")),
                        Html.of(type(parameter.at("schema"))),
                        Html.of(required(parameter.at("required").truth().orElse(false))),
                        inEnglish(parameter.at("description").textOr(""))));
            }
        }
        if (!rows.isEmpty()) {
            main.element("h3", page.word(Word.PARAMETERS))
                    .table(
                            page.word(Word.PARAMETERS),
                            PARAMETER_HEADS.stream().map(page::word).toList(),
                            rows);
        }
    }

    private void answers(Html main, Json operation) {
        main.element("h3", page.word(Word.ANSWERS)).raw("<ul class=\"answers\">");
        operation.at("responses").fields().forEach((status, declared) -> {
            Json answer = resolved(declared);
            main.raw("<li><strong>")
                    .text(status)
                    .raw("</strong> ")
                    .add(inEnglish(answer.at("description").textOr("")))
                    .raw(" ");
            answer.at("content").fields().forEach((type, content) -> schema(main, type, content.at("schema")));
            main.raw("</li>");
        });
        main.raw("</ul>");
    }

    private void schema(Html main, String mediaType, Json schema) {
        String name = reference(schema);
        if (!name.isEmpty()) {
            main.raw("<p>")
                    .text(mediaType + " – ")
                    .link("#schema-" + name, name)
                    .raw("</p>");
            return;
        }
        main.raw("<details><summary>").text(mediaType + " – " + type(schema)).raw("</summary><pre>");
        outline(main, schema, 0);
        main.raw("</pre></details>");
    }

    private void shared(Html main) {
        main.element("h2", page.word(Word.SHARED));
        api.at("components", "schemas").fields().forEach((name, schema) -> {
            main.raw("<section id=\"schema-").text(name).raw("\">").element("h3", name);
            schema.at("description").text().ifPresent(text -> prose(main, text));
            main.raw("<pre>").text(type(schema) + "\n");
            outline(main, schema, 0);
            main.raw("</pre></section>");
        });
    }

    /** Paragraphs, with the two marks that such texts use: **strong** and `code`. */
    private static void prose(Html main, String text) {
        for (String paragraph : text.split("\\n\\s*\\n", -1)) {
            String marked = Html.escape(paragraph.strip())
                    .replaceAll("\\*\\*([^*]{1,200})\\*\\*", "<strong>$1</strong>")
                    .replaceAll("`([^`]{1,200})`", "<code>$1</code>");
            main.raw("<p lang=\"en\">").raw(marked).raw("</p>");
        }
    }

    private static Html inEnglish(String text) {
        return new Html().raw("<span lang=\"en\">").text(text).raw("</span>");
    }

    private void outline(Html main, Json schema, int depth) {
        String indent = "  ".repeat(depth);
        List<String> required = schema.at("required").items().stream()
                .flatMap(name -> name.text().stream())
                .toList();
        for (Json part : schema.at("allOf").items()) {
            outline(main, resolved(part), depth);
        }
        for (Map.Entry<String, Json> property : schema.at("properties").fields().entrySet()) {
            Json of = resolved(property.getValue());
            main.text(indent + property.getKey() + ": " + type(property.getValue())
                    + (required.contains(property.getKey()) ? ", " + page.word(Word.REQUIRED) : "")
                    + of.at("description").text().map(text -> "  – " + text).orElse("") + "\n");
            if (depth < DEEPEST) {
                outline(main, property.getValue(), depth + 1);
            }
        }
        if (!schema.at("items").isMissing() && depth < DEEPEST) {
            outline(main, schema.at("items"), depth + 1);
        }
    }

    /** The last step of a schema's reference; empty when it is written out. */
    private static String reference(Json schema) {
        String reference = schema.at("$ref").textOr("");
        return reference.substring(reference.lastIndexOf('/') + 1);
    }

    private String type(Json schema) {
        String name = reference(schema);
        if (!name.isEmpty()) {
            return name;
        }
        if (!schema.at("items").isMissing()) {
            return "[" + type(schema.at("items")) + "]";
        }
        List<String> choices = schema.at("enum").items().stream()
                .map(choice -> choice.text().orElseGet(choice::toString))
                .toList();
        if (!choices.isEmpty()) {
            return String.join(" | ", choices);
        }
        String type = schema.at("type")
                .text()
                .orElseGet(() -> String.join(
                        " | ",
                        schema.at("type").items().stream()
                                .flatMap(one -> one.text().stream())
                                .toList()));
        return schema.at("format")
                .text()
                .map(format -> type + " (" + format + ")")
                .orElse(type);
    }

    private String required(boolean isRequired) {
        return isRequired ? page.word(Word.REQUIRED) : "";
    }

    private Json resolved(Json node) {
        String reference = node.at("$ref").textOr("");
        if (!reference.startsWith("#/")) {
            return node;
        }
        Json found = api;
        for (String step : reference.substring(2).split("/")) {
            found = found.at(step.replace("~1", "/").replace("~0", "~"));
        }
        return found;
    }
}
