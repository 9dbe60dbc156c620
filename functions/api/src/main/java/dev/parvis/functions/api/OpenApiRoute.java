package dev.parvis.functions.api;

import java.io.IOException;
import java.io.UncheckedIOException;

import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;

/** {@code GET /openapi.json}: the document, as it stands in the resources. */
final class OpenApiRoute {
    private static final String DOCUMENT = "openapi.json";

    Response handle(Request request) {
        try (var document = OpenApiRoute.class.getResourceAsStream(DOCUMENT)) {
            if (document == null) {
                throw new IllegalStateException("the OpenAPI document is not packed");
            }
            return Response.bytes(200, "application/json", document.readAllBytes())
                    .withHeader("cache-control", "max-age=300")
                    .withHeader("access-control-allow-origin", "*");
        } catch (IOException broken) {
            throw new UncheckedIOException("reading the OpenAPI document", broken);
        }
    }
}
