package dev.parvis.functions.api.calls;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
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
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.json.MalformedJson;
import dev.parvis.kernel.secret.Sha256;

/**
 * Creates once under an {@code Idempotency-Key}, and answers a repetition the same for 24 hours, whatever has happened
 * since: the key is looked at before the body is. The id of what is created comes with the key, so that whoever takes
 * over from a process that died finds what that process made. A request that is refused gives its key back.
 */
public final class Creation {
    private static final int LONGEST_KEY = 255;
    private static final String REPLAYED = "idempotency-replayed";

    private final Idempotency idempotency;
    private final Ulids ids;
    private final InstantSource clock;

    public Creation(Idempotency idempotency, Ulids ids, InstantSource clock) {
        this.idempotency = idempotency;
        this.ids = ids;
        this.clock = clock;
    }

    /** Who creates, and where the keys of such creations lie. */
    private record Maker(WorkspaceId workspace, String subject) {}

    /** What of an answer is kept under its key, and how that is answered again. */
    private interface Memory {
        String keep(Response first);

        Response repeat(Taken.Answered answered);
    }

    /** {@code make} is given the id to create under; all that it refuses, it refuses within. */
    public Response create(Request request, Caller caller, Function<String, Response> make) {
        return create(request, caller.workspace(), caller.subject(), make);
    }

    /** The same where there is no member yet. */
    public Response create(Request request, WorkspaceId workspace, String subject, Function<String, Response> make) {
        return under(request, new Maker(workspace, subject), make, new Whole());
    }

    /**
     * For answers that hold what must not be remembered, a secret or a URL that ends: {@code again} answers a repetition
     * from what was made, or finds it gone.
     */
    public Response createAnew(
            Request request,
            Caller caller,
            Function<String, Response> make,
            Function<String, Optional<Response>> again) {
        return under(request, new Maker(caller.workspace(), caller.subject()), make, new Nothing(again));
    }

    private Response under(Request request, Maker maker, Function<String, Response> make, Memory memory) {
        var header = request.header("idempotency-key");
        if (header.isEmpty()) {
            return make.apply(ids.next());
        }
        var key = key(request, maker, header.get());
        return switch (idempotency.take(key, clock.instant())) {
            case Taken.Fresh(var id) -> first(key, id, make, memory);
            case Taken.Answered answered -> memory.repeat(answered).withHeader(REPLAYED, "true");
            case Taken.Busy() ->
                throw Problem.of(Problem.Code.IDEMPOTENCY_IN_PROGRESS, "The first request under this key still runs.")
                        .exception();
            case Taken.Mismatch() ->
                throw Problem.of(Problem.Code.IDEMPOTENCY_KEY_REUSED, "This key was used for another request.")
                        .exception();
        };
    }

    private Response first(Idempotency.Key key, String id, Function<String, Response> make, Memory memory) {
        Response response;
        try {
            response = make.apply(id);
        } catch (ProblemException | MalformedJson refused) {
            idempotency.release(key);
            throw refused;
        }
        var location = response.headers().getOrDefault("location", "");
        idempotency.complete(key, response.status(), memory.keep(response), location);
        return response;
    }

    private static Idempotency.Key key(Request request, Maker maker, String header) {
        if (header.isBlank() || header.length() > LONGEST_KEY) {
            throw Problem.of(Problem.Code.INVALID_REQUEST, "Idempotency-Key has 1 to " + LONGEST_KEY + " characters.")
                    .exception();
        }
        var scope = Sha256.hex(maker.subject() + "\n" + request.method() + "\n" + request.rawPath());
        return new Idempotency.Key(maker.workspace(), scope, Sha256.hex(header), Sha256.hex(request.body()));
    }

    /** What was made now, or by the process that was here before us under the same id. */
    public static <T> T made(Change<T> change) {
        return change instanceof Change.Conflict<T>(var there) ? there : Versions.done(change);
    }

    /** 201 with where it is and its version. */
    public static Response created(String location, long version, Json body) {
        return Versions.tagged(Response.json(201, body).withHeader("location", location), version);
    }

    /** The first answer, as it was. */
    private record Whole() implements Memory {
        @Override
        public String keep(Response first) {
            return new String(first.body(), StandardCharsets.UTF_8);
        }

        @Override
        public Response repeat(Taken.Answered answered) {
            var body = Json.parse(answered.body());
            var response = Response.json(answered.status(), body).withHeader("location", answered.location());
            return body.at("version")
                    .whole()
                    .map(version -> Versions.tagged(response, version))
                    .orElse(response);
        }
    }

    /** Only where it is. */
    private record Nothing(Function<String, Optional<Response>> again) implements Memory {
        @Override
        public String keep(Response first) {
            return "";
        }

        @Override
        public Response repeat(Taken.Answered answered) {
            var id = answered.location().substring(answered.location().lastIndexOf('/') + 1);
            return again.apply(id)
                    .orElseThrow(() -> Problem.of(Problem.Code.GONE, "What this request made was deleted since.")
                            .exception());
        }
    }
}
