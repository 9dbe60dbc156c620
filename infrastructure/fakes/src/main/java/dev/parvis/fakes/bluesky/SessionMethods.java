package dev.parvis.fakes.bluesky;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.http.RateLimit;
import dev.parvis.fakes.http.Request;
import dev.parvis.fakes.http.Response;
import dev.parvis.fakes.json.Json;

/** {@code com.atproto.server.*} and {@code com.atproto.identity.resolveHandle}. */
final class SessionMethods {
    private final Accounts accounts;
    private final Sessions sessions;
    private final BlueskyOptions options;
    private final RateLimit logins;
    private final Supplier<URI> self;

    SessionMethods(Accounts accounts, Sessions sessions, BlueskyOptions options, Clock clock, Supplier<URI> self) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.options = options;
        this.logins = new RateLimit(clock, options.sessionsPerFiveMinutes(), Duration.ofMinutes(5));
        this.self = self;
    }

    void addTo(Xrpc xrpc) {
        xrpc.procedure("com.atproto.server.createAccount", this::createAccount)
                .procedure("com.atproto.server.createSession", this::createSession)
                .procedure("com.atproto.server.refreshSession", request -> session(sessions.rotate(auth(request))))
                .procedure("com.atproto.server.deleteSession", this::deleteSession)
                .query("com.atproto.server.getSession", this::getSession)
                .query("com.atproto.server.describeServer", _ -> describeServer())
                .query("com.atproto.identity.resolveHandle", this::resolveHandle);
    }

    /** Whose repository may be written with this request's token. */
    Account caller(Request request) {
        String did = sessions.access(auth(request));
        return accounts.find(did).orElseThrow(() -> new XrpcError(403, "AccountNotFound", "Account not found"));
    }

    private Response createAccount(Request request) {
        Map<String, @Nullable Object> input = request.json();
        Account account = accounts.add(Json.string(input, "handle", ""), Json.string(input, "password", "password"));
        return session(sessions.open(account.did()));
    }

    private Response createSession(Request request) {
        Map<String, @Nullable Object> input = request.json();
        for (String name : List.of("identifier", "password"))
            if (Json.string(input, name) == null) throw XrpcError.invalid("Missing required key \"" + name + "\" at $");
        String identifier = Json.string(input, "identifier", "");
        RateLimit.State state = logins.take(identifier, 1);
        if (state.refused()) throw new Xrpc.TooMany(state);
        Account account = accounts.find(identifier)
                .filter(found -> found.password().equals(input.get("password")))
                .orElse(null);
        if (account == null)
            return Xrpc.limits(
                    Response.json(
                            401,
                            Json.object(
                                    "error", "AuthenticationRequired", "message", "Invalid identifier or password")),
                    state);
        return Xrpc.limits(session(sessions.open(account.did())), state);
    }

    private Response deleteSession(Request request) {
        sessions.close(auth(request));
        return Response.empty(200);
    }

    private Response getSession(Request request) {
        return Xrpc.ok(describe(caller(request)));
    }

    private Response describeServer() {
        return Xrpc.ok(Json.object(
                "did", BlueskyServer.SERVICE_DID,
                "availableUserDomains", List.of(".test"),
                "inviteCodeRequired", false,
                "blobUploadLimit", options.uploadBytes(),
                "links", Json.object(),
                "contact", Json.object()));
    }

    private Response resolveHandle(Request request) {
        return accounts.find(request.query("handle").orElse(""))
                .map(account -> Xrpc.ok(Json.object("did", account.did())))
                .orElseThrow(() -> new XrpcError(400, "HandleNotFound", "Unable to resolve handle"));
    }

    private Response session(Sessions.Pair pair) {
        Map<String, @Nullable Object> body = Json.object("accessJwt", pair.access(), "refreshJwt", pair.refresh());
        body.putAll(describe(accounts.find(pair.did()).orElseThrow()));
        return Xrpc.ok(body);
    }

    private Map<String, @Nullable Object> describe(Account account) {
        Map<String, @Nullable Object> body = Json.object("handle", account.handle(), "did", account.did());
        if (options.didDocInSession()) body.put("didDoc", didDoc(account));
        body.put("email", account.handle().split("\\.", 2)[0] + "@mail.test");
        body.put("emailConfirmed", true);
        body.put("active", true);
        return body;
    }

    private Map<String, @Nullable Object> didDoc(Account account) {
        Map<String, @Nullable Object> pds = Json.object(
                "id", "#atproto_pds",
                "type", "AtprotoPersonalDataServer",
                "serviceEndpoint", self.get().toString());
        return Json.object(
                "@context", List.of("https://www.w3.org/ns/did/v1"),
                "id", account.did(),
                "alsoKnownAs", List.of("at://" + account.handle()),
                "service", List.of(pds));
    }

    private static @Nullable String auth(Request request) {
        return request.header("Authorization").orElse(null);
    }
}
