package dev.parvis.networks.sandbox;

import java.net.URI;
import java.time.Duration;

import dev.parvis.domain.channels.Connection;
import dev.parvis.kernel.http.out.Call;
import dev.parvis.kernel.http.out.Limits;
import dev.parvis.kernel.http.out.Outbound;
import dev.parvis.kernel.http.out.Payload;
import dev.parvis.kernel.json.Json;
import dev.parvis.networks.http.Api;
import dev.parvis.networks.http.Reply;
import dev.parvis.networks.http.Urls;
import dev.parvis.networks.videos.Videos;

/** Calls of the sandbox's API. */
final class SandboxCalls {
    static final Duration WRITE = Duration.ofSeconds(15);

    private static final String BASE = "/sandbox/v1";

    private final Api api;
    private final String face;

    SandboxCalls(Outbound outbound) {
        this(outbound, BASE);
    }

    /** @param face where the API begins; accounts and uploads are the sandbox's own */
    SandboxCalls(Outbound outbound, String face) {
        this.api = new Api(outbound, new SandboxDialect());
        this.face = face;
    }

    /** Without a token. */
    Reply open(URI server, String path, Json body) {
        return api.send(Call.postJson(Urls.of(server, BASE + path), body));
    }

    Reply get(Connection connection, String path, String... namesAndValues) {
        return api.send(call("GET", connection, path, namesAndValues));
    }

    /** The same, over within this time. */
    Reply get(Connection connection, Duration patience, String path, String... namesAndValues) {
        return api.send(call("GET", connection, path, namesAndValues).within(patience));
    }

    Reply post(Connection connection, String path, Json body) {
        return api.send(call("POST", connection, path)
                .with(Payload.json(body))
                .with(Limits.DEFAULT.read(WRITE).within(WRITE)));
    }

    Reply upload(Connection connection, Payload bytes) {
        return api.send(to("POST", connection, BASE + "/media")
                .with(bytes)
                .with(Limits.DEFAULT.read(Videos.PATIENCE).within(Videos.PATIENCE)));
    }

    Reply delete(Connection connection, String path) {
        return api.send(call("DELETE", connection, path));
    }

    private Call call(String method, Connection connection, String path, String... namesAndValues) {
        return to(method, connection, face + path, namesAndValues);
    }

    private static Call to(String method, Connection connection, String path, String... namesAndValues) {
        return Call.of(method, Urls.of(connection.channel().server(), path, namesAndValues))
                .header("accept", "application/json")
                .bearer(Pass.of(connection).access());
    }
}
