package dev.parvis.networks.bluesky;

import java.net.URI;
import java.time.Duration;

import dev.parvis.domain.channels.Connection;
import dev.parvis.kernel.http.out.Call;
import dev.parvis.kernel.http.out.Limits;
import dev.parvis.kernel.http.out.Outbound;
import dev.parvis.kernel.http.out.Payload;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.secret.Secret;
import dev.parvis.networks.http.Api;
import dev.parvis.networks.http.Reply;
import dev.parvis.networks.http.Urls;
import dev.parvis.networks.videos.Videos;

/** Calls of the AT Protocol: a query is a GET, a procedure a POST. */
final class Xrpc {
    static final Duration WRITE = Duration.ofSeconds(20);
    private static final Duration DESCRIPTION = Duration.ofSeconds(5);

    private final Api api;

    Xrpc(Outbound outbound) {
        this.api = new Api(outbound, new XrpcDialect());
    }

    Reply query(Connection connection, String method, String... namesAndValues) {
        return query(Session.pds(connection), Session.token(connection), method, namesAndValues);
    }

    /** A record as the account's own server has it. */
    Reply record(Connection connection, AtUri at) {
        return query(
                connection,
                "com.atproto.repo.getRecord",
                "repo",
                at.did(),
                "collection",
                at.collection(),
                "rkey",
                at.rkey());
    }

    Reply query(URI server, Secret token, String method, String... namesAndValues) {
        return api.send(Call.get(Urls.of(server, "/xrpc/" + method, namesAndValues))
                .bearer(token)
                .header("accept", "application/json"));
    }

    /** What a server says of itself, to everybody. */
    Reply describe(URI server) {
        return api.send(Call.get(Urls.of(server, "/xrpc/com.atproto.server.describeServer"))
                .header("accept", "application/json")
                .within(DESCRIPTION));
    }

    Reply procedure(Connection connection, String method, Json body) {
        return api.send(authorised(connection, method)
                .with(Payload.json(body))
                .with(Limits.DEFAULT.read(WRITE).within(WRITE)));
    }

    /** A procedure without a token. */
    Reply procedure(URI server, String method, Json body) {
        return api.send(Call.postJson(Urls.of(server, "/xrpc/" + method), body));
    }

    /** A procedure without a body. */
    Reply procedure(URI server, String method, Secret token) {
        return api.send(Call.of("POST", Urls.of(server, "/xrpc/" + method)).bearer(token));
    }

    Reply upload(Connection connection, Payload bytes) {
        return api.send(authorised(connection, "com.atproto.repo.uploadBlob")
                .with(bytes)
                .with(Limits.DEFAULT.read(Videos.PATIENCE).within(Videos.PATIENCE)));
    }

    private static Call authorised(Connection connection, String method) {
        return Call.of("POST", Urls.of(Session.pds(connection), "/xrpc/" + method))
                .bearer(Session.token(connection));
    }
}
