package dev.parvis.networks.bluesky;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.networks.Connects;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.secret.Secret;
import dev.parvis.networks.http.Reply;
import dev.parvis.networks.http.Standings;
import dev.parvis.networks.http.Urls;

/**
 * Connects by app password. The session is kept, because creating one is rationed (300 a day), and so is the app password,
 * which starts a new session when the refresh token has died.
 */
final class BlueskyConnects implements Connects {
    private static final String HOME = "https://bsky.social";
    private static final Pattern DID = Pattern.compile("did:[a-z]+:[A-Za-z0-9._:%-]{1,200}");

    private final Xrpc xrpc;
    private final InstantSource clock;

    BlueskyConnects(Xrpc xrpc, InstantSource clock) {
        this.xrpc = xrpc;
        this.clock = clock;
    }

    @Override
    public List<Field> fields() {
        return List.of(
                new Field("handle", false, true),
                new Field("appPassword", true, true),
                new Field("server", false, false));
    }

    @Override
    public Connecting connect(Map<String, String> answers) {
        var handle = answers.getOrDefault("handle", "").strip().replaceFirst("^@", "");
        var password = answers.getOrDefault("appPassword", "").strip();
        var typed = answers.getOrDefault("server", "").strip();
        var server = Urls.server(typed.isEmpty() ? HOME : typed);
        if (handle.isEmpty()) {
            return new Connecting.Refused("handle", "a handle is needed, such as alice.bsky.social");
        }
        if (password.isEmpty()) {
            return new Connecting.Refused("appPassword", "an app password is needed (Settings, App passwords)");
        }
        if (server.isEmpty()) {
            return new Connecting.Refused("server", "this is not the address of a server");
        }
        return switch (create(server.get(), handle, password)) {
            case Reply.Ok(var body, var _) ->
                session(server.get(), password, body)
                        .map(session -> verified(session, body.at("handle").textOr(handle)))
                        .orElseGet(
                                () -> new Connecting.Refused("server", "this server does not answer as Bluesky does"));
            case Reply.Expired _ -> new Connecting.Refused("appPassword", "the handle or the app password is wrong");
            case Reply.Refused refused -> refused(refused);
            case Reply.Trouble trouble -> new Connecting.Unreachable(trouble.reason());
        };
    }

    private static Connecting refused(Reply.Refused refused) {
        var field =
                refused.status() == 0 || refused.status() == 404 || refused.status() / 100 == 3 ? "server" : "handle";
        return new Connecting.Refused(field, refused.reason());
    }

    /** The server that holds the account is asked itself who the token is of, before anything is trusted to it. */
    private Connecting verified(Session session, String handle) {
        var token = new Secret(session.accessJwt());
        return switch (xrpc.query(session.pds(), token, "com.atproto.server.getSession")) {
            case Reply.Ok(var body, var _) ->
                body.at("did").textOr("").equals(session.did())
                        ? new Connecting.Connected(
                                session.pds(),
                                session.did(),
                                handle,
                                session.credential(),
                                session.expiresAt(clock.instant()))
                        : new Connecting.Refused("server", "the account's own server knows another account");
            case Reply.Expired _ ->
                new Connecting.Refused("server", "the account's own server does not take the session");
            case Reply.Refused(var _, var _, var reason) ->
                new Connecting.Refused("server", "the account's own server: " + reason);
            case Reply.Trouble trouble -> new Connecting.Unreachable(trouble.reason());
        };
    }

    /** App passwords have no scopes: a session that is taken may publish. */
    @Override
    public Standing standing(Connection connection) {
        return Standings.of(xrpc.query(connection, "com.atproto.server.getSession"));
    }

    @Override
    public Renewal refresh(Connection connection) {
        var old = Session.of(connection);
        return switch (xrpc.procedure(
                old.service(), "com.atproto.server.refreshSession", new Secret(old.refreshJwt()))) {
            case Reply.Ok(var body, var _) -> renewed(old, body);
            case Reply.Expired _ -> again(old);
            case Reply.Refused(var _, var _, var reason) -> new Renewal.Revoked(reason);
            case Reply.Trouble trouble -> new Renewal.Later(trouble.reason());
        };
    }

    /** The refresh token has died: the app password starts a new session. */
    private Renewal again(Session old) {
        return switch (create(old.service(), old.did(), old.appPassword())) {
            case Reply.Ok(var body, var _) -> renewed(old, body);
            case Reply.Expired _ -> new Renewal.Revoked("the app password is no longer taken");
            case Reply.Refused(var _, var _, var reason) -> new Renewal.Revoked(reason);
            case Reply.Trouble trouble -> new Renewal.Later(trouble.reason());
        };
    }

    private Renewal renewed(Session old, Json body) {
        var session = session(old.service(), old.appPassword(), body)
                .filter(now -> now.did().equals(old.did()));
        if (session.isEmpty()) {
            return new Renewal.Later("the server's answer cannot be read");
        }
        var now = session.get();
        // Without a DID document in the answer the account stays where it was known to be.
        var there = body.at("didDoc").isMissing()
                ? new Session(now.service(), old.pds(), now.did(), now.accessJwt(), now.refreshJwt(), now.appPassword())
                : now;
        Instant expiresAt = there.expiresAt(clock.instant());
        return new Renewal.Renewed(there.credential(), expiresAt);
    }

    private Reply create(URI server, String identifier, String password) {
        return xrpc.procedure(
                server, "com.atproto.server.createSession", Json.obj("identifier", identifier, "password", password));
    }

    private static Optional<Session> session(URI service, String password, Json body) {
        var did = body.at("did").textOr("");
        var access = body.at("accessJwt").textOr("");
        var refresh = body.at("refreshJwt").textOr("");
        if (!DID.matcher(did).matches() || access.isEmpty() || refresh.isEmpty()) {
            return Optional.empty();
        }
        return pds(service, body.at("didDoc")).map(pds -> new Session(service, pds, did, access, refresh, password));
    }

    /** The endpoint of the service {@code #atproto_pds} (its id may be written in full); the server itself without one. */
    private static Optional<URI> pds(URI service, Json didDoc) {
        return didDoc.at("service").items().stream()
                .filter(entry -> entry.at("id").textOr("").endsWith("#atproto_pds"))
                .findFirst()
                .map(entry -> Urls.server(entry.at("serviceEndpoint").textOr("")))
                .orElse(Optional.of(service));
    }
}
