package dev.parvis.fakes.bluesky;

import dev.parvis.fakes.http.Request;

/** The {@code limit} parameter: 1 to 100. */
final class Limits {
    private Limits() {}

    static int read(Request request, int otherwise) {
        String params = "Invalid " + request.path().substring("/xrpc/".length()) + " params: ";
        String text = request.query("limit").orElse(String.valueOf(otherwise));
        if (!text.matches("-?[0-9]{1,9}"))
            throw XrpcError.invalid(params + "Expected integer value type (got \"" + text + "\")");
        int limit = Integer.parseInt(text);
        if (limit > 100) throw XrpcError.invalid(params + "integer too big (maximum 100, got " + limit + ")");
        if (limit < 1) throw XrpcError.invalid(params + "integer too small (minimum 1, got " + limit + ")");
        return limit;
    }
}
