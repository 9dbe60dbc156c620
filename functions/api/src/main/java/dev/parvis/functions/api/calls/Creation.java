package dev.parvis.functions.api.calls;

import java.time.InstantSource;
import java.util.Map;
import java.util.function.Function;

import dev.parvis.domain.idempotency.Idempotency;
import dev.parvis.domain.idempotency.Idempotency.Taken;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.ProblemException;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.ids.Ulids;
import dev.parvis.kernel.secret.Sha256;

/**
 * Creates once under an {@code Idempotency-Key}, and answers a repetition the same for 24 hours. The id of what is
 * created comes with the key, so that whoever takes over from a process that died finds what that process made. A
 * request that is refused gives its key back.
 */
public final class Creation {
    private static final int LONGEST_KEY = 255;

    private final Idempotency idempotency;
    private final Ulids ids;
    private final InstantSource clock;

    public Creation(Idempotency idempotency, Ulids ids, InstantSource clock) {
        this.idempotency = idempotency;
        this.ids = ids;
        this.clock = clock;
    }

    public Response create(Request request, Caller caller, Function<String, Response> make) {
        return create(request, caller.workspace(), caller.subject(), make);
    }

    /** {@code make} is given the id to create under. */
    public Response create(Request request, WorkspaceId workspace, String subject, Function<String, Response> make) {
        var header = request.header("idempotency-key");
        if (header.isEmpty()) {
            return make.apply(ids.next());
        }
        var key = key(request, workspace, subject, header.get());
        return switch (idempotency.take(key, clock.instant())) {
            case Taken.Fresh(var id) -> remembered(key, id, make);
            case Taken.Answered(var status, var body, var location) -> repeated(status, body, location);
            case Taken.Busy() ->
                throw Problem.of(Problem.Code.IDEMPOTENCY_IN_PROGRESS, "The first request under this key still runs.")
                        .exception();
            case Taken.Mismatch() ->
                throw Problem.of(Problem.Code.IDEMPOTENCY_KEY_REUSED, "This key was used for another request.")
                        .exception();
        };
    }

    /** What was made now, or by the process that was here before us under the same id. */
    public static <T> T made(Change<T> change) {
        return change instanceof Change.Conflict<T>(var there) ? there : Versions.done(change);
    }

    private Response remembered(Idempotency.Key key, String id, Function<String, Response> make) {
        try {
            var response = make.apply(id);
            var body = new String(response.body(), java.nio.charset.StandardCharsets.UTF_8);
            idempotency.complete(
                    key, response.status(), body, response.headers().getOrDefault("location", ""));
            return response;
        } catch (ProblemException refused) {
            idempotency.release(key);
            throw refused;
        }
    }

    private static Idempotency.Key key(Request request, WorkspaceId workspace, String subject, String header) {
        if (header.isBlank() || header.length() > LONGEST_KEY) {
            throw Problem.of(Problem.Code.INVALID_REQUEST, "Idempotency-Key has 1 to " + LONGEST_KEY + " characters.")
                    .exception();
        }
        var scope = Sha256.hex(subject + "\n" + request.method() + "\n" + request.rawPath());
        return new Idempotency.Key(workspace, scope, Sha256.hex(header), Sha256.hex(request.body()));
    }

    private static Response repeated(int status, String body, String location) {
        var headers = location.isEmpty()
                ? Map.of("content-type", "application/json", "idempotency-replayed", "true")
                : Map.of("content-type", "application/json", "idempotency-replayed", "true", "location", location);
        return new Response(status, headers, body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** 201 with where it is and its version. */
    public static Response created(String location, long version, dev.parvis.kernel.json.Json body) {
        return Versions.tagged(Response.json(201, body).withHeader("location", location), version);
    }
}
