package dev.parvis.fakes.bluesky;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.http.RateLimit;
import dev.parvis.fakes.http.Request;
import dev.parvis.fakes.http.Response;
import dev.parvis.fakes.json.Json;

/** {@code com.atproto.repo.*}: the writes that must be exact, and their reads at the source. */
final class RepoMethods {
    private static final int MAX_JSON = 1_000_000;

    private final Accounts accounts;
    private final SessionMethods sessions;
    private final Repos repos;
    private final Blobs blobs;
    private final RecordRules rules;
    private final BlueskyOptions options;
    private final RateLimit writes;
    private final Tid keys = new Tid();
    private final Clock clock;

    RepoMethods(
            Accounts accounts, SessionMethods sessions, Repos repos, Blobs blobs, BlueskyOptions options, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.repos = repos;
        this.blobs = blobs;
        this.rules = new RecordRules(options.imageBytes());
        this.options = options;
        this.writes = new RateLimit(clock, 5000, Duration.ofHours(1));
        this.clock = clock;
    }

    void addTo(Xrpc xrpc) {
        xrpc.procedure("com.atproto.repo.createRecord", this::create)
                .procedure("com.atproto.repo.putRecord", this::put)
                .procedure("com.atproto.repo.deleteRecord", this::delete)
                .procedure("com.atproto.repo.uploadBlob", this::upload)
                .query("com.atproto.repo.getRecord", this::get)
                .query("com.atproto.repo.listRecords", this::list)
                .query("com.atproto.sync.getBlob", this::blob);
    }

    private Response create(Request request) {
        Write write = write(request, 3);
        Map<String, @Nullable Object> record = checked(write);
        return written(repos.create(write.did, write.collection, write.rkey, record), write.collection);
    }

    private Response put(Request request) {
        Write write = write(request, 2);
        Map<String, @Nullable Object> record = checked(write);
        Swap swap = Swap.read(write.input);
        return written(repos.put(write.did, write.collection, write.rkey, record, swap), write.collection);
    }

    private Response delete(Request request) {
        Write write = write(request, 1);
        // The real one takes null here as "no condition".
        Swap swap = write.input.get("swapRecord") == null ? new Swap.Anything() : Swap.read(write.input);
        Optional<Repos.Commit> commit = repos.delete(write.did, write.collection, write.rkey, swap);
        Map<String, @Nullable Object> body = new LinkedHashMap<>();
        commit.ifPresent(made -> body.put("commit", view(made)));
        return Xrpc.ok(body);
    }

    private Response upload(Request request) {
        sessions.caller(request);
        if (request.body().length > options.uploadBytes())
            throw new XrpcError(413, "PayloadTooLarge", "request entity too large");
        String declared = request.header("Content-Type").orElse("application/octet-stream");
        Blobs.Blob blob = blobs.add(request.body(), declared);
        return Xrpc.ok(Json.object("blob", Blobs.ref(blob)));
    }

    private Response get(Request request) {
        String did = repo(request.query("repo").orElse("")).did();
        String uri = Repos.uri(
                did,
                request.query("collection").orElse(""),
                request.query("rkey").orElse(""));
        StoredRecord record = repos.find(uri)
                .filter(found -> request.query("cid").map(found.cid()::equals).orElse(true))
                .orElseThrow(() -> new XrpcError(400, "RecordNotFound", "Could not locate record: " + uri));
        return Xrpc.ok(view(record));
    }

    private Response list(Request request) {
        Account account = repo(request.query("repo").orElse(""));
        int limit = Limits.read(request, 50);
        String cursor = request.query("cursor").orElse("");
        boolean reverse = request.query("reverse").orElse("").equals("true");
        List<StoredRecord> all =
                repos.list(account.did(), request.query("collection").orElse(""));
        List<StoredRecord> page = (reverse ? all.reversed() : all)
                .stream()
                        .filter(record -> cursor.isEmpty()
                                || (reverse
                                        ? record.rkey().compareTo(cursor) > 0
                                        : record.rkey().compareTo(cursor) < 0))
                        .limit(limit)
                        .toList();
        Map<String, @Nullable Object> body =
                Json.object("records", page.stream().map(RepoMethods::view).toList());
        if (!page.isEmpty()) body.put("cursor", page.getLast().rkey());
        return Xrpc.ok(body);
    }

    private Response blob(Request request) {
        Blobs.Blob blob = blobs.find(request.query("cid").orElse(""));
        if (blob == null) throw new XrpcError(400, "BlobNotFound", "Blob not found");
        return Response.of(200, blob.mimeType(), blob.bytes());
    }

    private record Write(String did, String collection, String rkey, Map<String, @Nullable Object> input) {}

    private Write write(Request request, int points) {
        Account caller = sessions.caller(request);
        if (request.body().length > MAX_JSON) throw new XrpcError(413, "PayloadTooLarge", "request entity too large");
        String type = request.header("Content-Type").orElse("");
        if (!type.startsWith("application/json"))
            throw XrpcError.invalid("Wrong request encoding (Content-Type): " + type);
        Map<String, @Nullable Object> input = request.json();
        RateLimit.State state = writes.take(caller.did(), points);
        if (state.refused()) throw new Xrpc.TooMany(state);
        for (String name : List.of("repo", "collection"))
            if (Json.string(input, name) == null) throw XrpcError.invalid("Missing required key \"" + name + "\" at $");
        if (!accounts.repo(Json.string(input, "repo", "")).equals(caller)) throw XrpcError.notYours();
        String rkey = Json.string(input, "rkey", keys.next(clock.instant()));
        return new Write(caller.did(), Json.string(input, "collection", ""), rkey, input);
    }

    private Map<String, @Nullable Object> checked(Write write) {
        if (!(write.input.get("record") instanceof Map<?, ?> record))
            throw XrpcError.invalid("Missing required key \"record\" at $");
        Lex.check(record, "$.record");
        Map<String, @Nullable Object> checked = rules.check(write.collection, write.rkey, Json.asMap(record));
        blobs.check(checked);
        return checked;
    }

    private Account repo(String actor) {
        return accounts.find(actor).orElseThrow(() -> XrpcError.invalid("Could not find repo: " + actor));
    }

    private Response written(Repos.Written written, String collection) {
        Map<String, @Nullable Object> body = Json.object(
                "uri", written.record().uri(), "cid", written.record().cid());
        written.commit().ifPresent(commit -> body.put("commit", view(commit)));
        body.put("validationStatus", rules.knows(collection) ? "valid" : "unknown");
        return Xrpc.ok(body);
    }

    private static Map<String, @Nullable Object> view(Repos.Commit commit) {
        return Json.object("cid", commit.cid(), "rev", commit.rev());
    }

    private static Map<String, @Nullable Object> view(StoredRecord record) {
        return Json.object("uri", record.uri(), "cid", record.cid(), "value", record.value());
    }
}
