package dev.parvis.networks.mastodon;

import java.net.URI;
import java.time.Duration;
import java.util.List;

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

/**
 * Calls of the Mastodon API, each on a connection of its own: a small server (snac2) closes a connection after its answer
 * without saying so, and a post that was written to one that is closing would be a doubt for nothing.
 */
final class Rest {
    /** A post: servers with many followers take their time. */
    static final Duration WRITE = Duration.ofSeconds(25);

    private final Api api;

    Rest(Outbound outbound) {
        this.api = new Api(outbound, new MastodonDialect());
    }

    /** Without a token. */
    Reply open(URI server, String path) {
        return api.send(plain(Call.get(Urls.of(server, path))));
    }

    Reply get(URI server, Secret token, String path, String... namesAndValues) {
        return api.send(plain(Call.get(Urls.of(server, path, namesAndValues))).bearer(token));
    }

    Reply get(Connection connection, String path, String... namesAndValues) {
        return get(connection.channel().server(), token(connection), path, namesAndValues);
    }

    /** @param key one logical post: goes out as {@code Idempotency-Key} */
    Reply post(Connection connection, String path, Json body, String key) {
        return api.send(call("POST", connection, path)
                .header("idempotency-key", key)
                .with(Payload.json(body))
                .with(Limits.DEFAULT.read(WRITE).within(WRITE)));
    }

    Reply delete(Connection connection, String path) {
        return api.send(call("DELETE", connection, path));
    }

    Reply upload(Connection connection, String path, List<Payload.Part> parts) {
        return api.send(call("POST", connection, path)
                .with(new Payload.Multipart(parts))
                .with(Limits.DEFAULT.read(Videos.PATIENCE).within(Videos.PATIENCE)));
    }

    private static Call call(String method, Connection connection, String path) {
        return plain(Call.of(method, Urls.of(connection.channel().server(), path)))
                .bearer(token(connection));
    }

    private static Call plain(Call call) {
        return call.header("accept", "application/json").header("connection", "close");
    }

    private static Secret token(Connection connection) {
        return new Secret(connection.credential().need("accessToken"));
    }
}
