package dev.parvis.functions.api;

import dev.parvis.functions.api.Document.Operation;

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
            default -> {
                // Everything it needs is there.
            }
        }
    }
}
