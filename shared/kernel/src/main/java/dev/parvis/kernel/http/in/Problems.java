package dev.parvis.kernel.http.in;

import java.util.function.Supplier;

import dev.parvis.kernel.json.MalformedJson;
import dev.parvis.kernel.log.Log;

/** The one place that turns an exception into an answer. A fault is logged whole and answered with an incident id only. */
public final class Problems {
    private final Supplier<String> incidents;
    private final Log log;

    /** {@code incidents} makes a fresh id per fault; a {@code Ulids} will do. */
    public Problems(Supplier<String> incidents, Log log) {
        this.incidents = incidents;
        this.log = log;
    }

    public Response answer(Request request, RuntimeException e) {
        return switch (e) {
            case ProblemException known -> known.problem().response();
            case MalformedJson malformed ->
                Problem.of(
                                Problem.Code.MALFORMED_JSON,
                                "The body is not acceptable JSON: " + malformed.getMessage() + ".")
                        .response();
            default -> {
                var incident = incidents.get();
                log.fault(
                        "http.fault",
                        e,
                        "incident",
                        incident,
                        "method",
                        request.method(),
                        "request",
                        request.requestId());
                yield Problem.of(Problem.Code.INTERNAL, "Something failed on our side; it was written down.")
                        .with("incident", incident)
                        .response();
            }
        };
    }
}
