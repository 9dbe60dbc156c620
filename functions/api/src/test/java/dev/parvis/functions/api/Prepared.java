package dev.parvis.functions.api;

import java.util.Locale;

import dev.parvis.domain.brands.Approving;
import dev.parvis.functions.api.Document.Operation;

import static org.assertj.core.api.Assertions.assertThat;

/** What an example needs beside the sample: deletions are refused while something hangs on what they delete. */
final class Prepared {
    private Prepared() {}

    static Desk.Call call(Desk desk, Operation operation) {
        return call(desk, operation, Sample.OWNER);
    }

    /** With the document's own If-Match and Idempotency-Key. */
    static Desk.Call call(Desk desk, Operation operation, String subject) {
        var call = desk.as(subject);
        for (var name : new String[] {"If-Match", "Idempotency-Key"}) {
            var example = operation.parameter(name).flatMap(p -> p.at("example").text());
            if (example.isPresent()) {
                call = call.with(name, example.get());
            }
        }
        return call;
    }

    static void before(Desk desk, Operation operation) {
        switch (operation.json().at("operationId").textOr("")) {
            case "deleteBrand" -> desk.stores.channels().delete(Sample.WORKSPACE, Sample.CHANNEL, 1);
            case "deleteWorkspace" -> {
                desk.stores.channels().delete(Sample.WORKSPACE, Sample.CHANNEL, 1);
                desk.stores.brands().delete(Sample.WORKSPACE, Sample.BRAND, 1);
            }
            case "approvePost", "refusePost" -> desk.sample.waiting(Approving.Policy.INTERNAL);
            case "answer" -> desk.calm();
            case "decideSuspended" -> desk.held();
            case "revokeStopLink" -> desk.linked(Sample.WRITER);
            case "completeMedia", "makeRenditions", "createPost", "addEntry", "createSeries" -> desk.uploaded();
            case "retryStuck" -> desk.givenUp();
            case "saySighting" -> desk.doubted();
            default -> {
                // Everything it needs is there.
            }
        }
    }

    /** Sends the example; status, headers and body are those that the document promises. */
    static void answersAsDocumented(Desk desk, Operation operation) {
        before(desk, operation);

        var answer = call(desk, operation).send(operation.method(), operation.address(), operation.body());

        assertThat(answer.status()).as(Answers.text(answer)).isEqualTo(operation.success());
        var documented = operation.json().at("responses", Integer.toString(operation.success()));
        documented.at("headers").fields().keySet().stream()
                .filter(name -> !name.equals("Idempotency-Replayed"))
                .forEach(name -> assertThat(answer.headers()).containsKey(name.toLowerCase(Locale.ROOT)));
        var schema = documented.at("content", "application/json", "schema");
        var saysNothing =
                schema.isMissing() && documented.at("content", "text/csv").isMissing();
        assertThat(saysNothing).isEqualTo(answer.body().length == 0);
        if (!schema.isMissing()) {
            assertThat(operation.document().faults(schema, answer.body())).isEmpty();
            var example = documented.at("content", "application/json", "example");
            assertThat(Answers.json(answer).fields().keySet())
                    .containsAll(example.fields().keySet().stream()
                            .filter(name -> !name.equals("items"))
                            .toList());
        }
    }
}
