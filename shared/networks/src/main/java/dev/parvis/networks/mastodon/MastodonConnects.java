package dev.parvis.networks.mastodon;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.channels.Credential;
import dev.parvis.domain.networks.Connects;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.secret.Secret;
import dev.parvis.networks.http.Reply;
import dev.parvis.networks.http.Standings;
import dev.parvis.networks.http.Texts;
import dev.parvis.networks.http.Urls;

/**
 * Connects by an access token made in the account's own preferences (Development, New application). Such tokens last until
 * they are revoked. An administrator adds the secret of the server's webhook.
 */
final class MastodonConnects implements Connects {
    private static final int MOST_TOKEN = 4096;
    private static final List<String> NEEDED = List.of("write:statuses", "write:media");

    private final Rest rest;
    private final Instances instances;

    MastodonConnects(Rest rest, Instances instances) {
        this.rest = rest;
        this.instances = instances;
    }

    @Override
    public List<Field> fields() {
        return List.of(
                new Field("server", false, true),
                new Field("accessToken", true, true),
                new Field("webhookSecret", true, false));
    }

    @Override
    public Connecting connect(Map<String, String> answers) {
        var server = Urls.server(answers.getOrDefault("server", ""));
        var token = answers.getOrDefault("accessToken", "").strip();
        if (server.isEmpty()) {
            return new Connecting.Refused("server", "this is not the address of a server");
        }
        if (token.isEmpty() || token.length() > MOST_TOKEN || !token.chars().allMatch(c -> c > 0x20 && c < 0x7F)) {
            return new Connecting.Refused("accessToken", "an access token is needed, one word as the server shows it");
        }
        return switch (instances.describe(server.get())) {
            case Reply.Ok(var body, var _) ->
                body.fields().isEmpty() ? noMastodon() : verified(server.get(), token, answers);
            case Reply.Refused(var status, var _, var reason) ->
                status == 0 ? new Connecting.Refused("server", reason) : noMastodon();
            // A server may show itself to its members only.
            case Reply.Expired _ -> verified(server.get(), token, answers);
            case Reply.Trouble trouble -> new Connecting.Unreachable(trouble.reason());
        };
    }

    private static Connecting noMastodon() {
        return new Connecting.Refused("server", "this server does not answer as Mastodon does");
    }

    private Connecting verified(URI server, String token, Map<String, String> answers) {
        return switch (rest.get(server, new Secret(token), "/api/v1/accounts/verify_credentials")) {
            case Reply.Ok(var account, var _) -> connected(server, token, answers, account);
            case Reply.Expired _ -> new Connecting.Refused("accessToken", "the server does not take this token");
            case Reply.Refused(var status, var _, var reason) ->
                new Connecting.Refused(status == 404 ? "server" : "accessToken", reason);
            case Reply.Trouble trouble -> new Connecting.Unreachable(trouble.reason());
        };
    }

    private static Connecting connected(URI server, String token, Map<String, String> answers, Json account) {
        var id = account.at("id").textOr("");
        if (id.isEmpty() || id.length() > 200) {
            return noMastodon();
        }
        var name = account.at("acct")
                .text()
                .or(() -> account.at("username").text())
                .orElse(id);
        var handle = name.contains("@") ? name : name + "@" + server.getAuthority();
        var parts = new HashMap<String, String>();
        parts.put("accessToken", token);
        var secret = answers.getOrDefault("webhookSecret", "").strip();
        if (!secret.isEmpty()) {
            parts.put("webhookSecret", secret);
        }
        return new Connecting.Connected(server, id, Texts.line(handle, 200), new Credential(parts), Instant.MAX);
    }

    /**
     * A token made in the preferences has the rights of its application, which servers since Mastodon 4.3 name
     * (https://docs.joinmastodon.org/methods/apps/#verify_credentials); others do not say.
     */
    @Override
    public Standing standing(Connection connection) {
        var taken = Standings.of(rest.get(connection, "/api/v1/accounts/verify_credentials"));
        return taken instanceof Standing.Good
                        && rest.get(connection, "/api/v1/apps/verify_credentials")
                                instanceof Reply.Ok(var application, var _)
                ? allowed(application)
                : taken;
    }

    private static Standing allowed(Json application) {
        var scopes = application.at("scopes").items().stream()
                .flatMap(scope -> scope.text().stream())
                .toList();
        var missing = NEEDED.stream()
                .filter(needed -> !scopes.contains("write") && !scopes.contains(needed))
                .toList();
        return scopes.isEmpty() || missing.isEmpty() ? new Standing.Good() : new Standing.Narrow(missing);
    }

    @Override
    public Renewal refresh(Connection connection) {
        return new Renewal.Lasting();
    }
}
