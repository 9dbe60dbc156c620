package dev.parvis.functions.api.calls;

import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;

import dev.parvis.domain.stored.Change;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.json.Json;

/** Entity tags (RFC 9110 §8.8.3) are versions: {@code "3"}. A change without {@code If-Match} is refused. */
public final class Versions {
    private static final Pattern TAG = Pattern.compile("\"([0-9]{1,18})\"");

    private Versions() {}

    /** The version that the caller has read. */
    public static long expected(Request request) {
        var header = request.header("if-match").orElseThrow(() -> Problem.of(
                        Problem.Code.PRECONDITION_REQUIRED, "Send If-Match with the ETag that you read.")
                .exception());
        var tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw Problem.of(Problem.Code.PRECONDITION_FAILED, "If-Match is not an ETag of ours, such as \"3\".")
                    .exception();
        }
        return Long.parseLong(tag.group(1));
    }

    public static Response tagged(Response response, long version) {
        return response.withHeader("etag", "\"" + version + "\"");
    }

    /** 200 with the new state; 412 when it has changed since; 409 when a rule forbids it. */
    public static <T> Response changed(Change<T> change, ToLongFunction<T> version, Function<T, Json> json) {
        var now = done(change);
        return tagged(Response.json(200, json.apply(now)), version.applyAsLong(now));
    }

    /** 204, or the same refusals. */
    public static <T> Response deleted(Change<T> change) {
        done(change);
        return Response.empty(204);
    }

    public static <T> T done(Change<T> change) {
        return switch (change) {
            case Change.Done<T>(var value) -> value;
            case Change.Missing<T> _ -> throw Ids.nothingHere();
            case Change.Conflict<T> _ ->
                throw Problem.of(Problem.Code.PRECONDITION_FAILED, "It has changed since you read it: read it again.")
                        .exception();
            case Change.Refused<T>(var reason) ->
                throw Problem.of(Problem.Code.CONFLICT, reason).exception();
        };
    }
}
