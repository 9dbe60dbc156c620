package dev.parvis.networks.sandbox;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.networks.Connects;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.secret.Secret;
import dev.parvis.kernel.stdwebhooks.StandardWebhook;
import dev.parvis.networks.http.Reply;
import dev.parvis.networks.http.Standings;
import dev.parvis.networks.http.Texts;
import dev.parvis.networks.http.Urls;

/**
 * Opens an account on a sandbox by its name; the account is made when there is none. The tokens live for minutes: they
 * are renewed by a refresh token, whose successor the network gives again if the first answer was lost.
 */
final class SandboxConnects implements Connects {
    private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9-]{1,40}");
    private static final int LONGEST_NAME = 100;

    private final SandboxCalls calls;
    private final InstantSource clock;

    SandboxConnects(SandboxCalls calls, InstantSource clock) {
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public List<Field> fields() {
        return List.of(
                new Field("server", false, true),
                new Field("account", false, true),
                new Field("name", false, false),
                new Field("webhookSecret", true, false));
    }

    @Override
    public Connecting connect(Map<String, String> answers) {
        var server = Urls.server(answers.getOrDefault("server", ""));
        var account = answers.getOrDefault("account", "").strip();
        var secret = answers.getOrDefault("webhookSecret", "").strip();
        if (server.isEmpty()) {
            return new Connecting.Refused("server", "this is not the address of a server");
        }
        if (!ACCOUNT.matcher(account).matches()) {
            return new Connecting.Refused("account", "an account is 1 to 40 small letters, digits and hyphens");
        }
        if (!secret.isEmpty() && !isSecret(secret)) {
            return new Connecting.Refused("webhookSecret", "a secret is whsec_ and 24 to 64 bytes in base64");
        }
        var name = Texts.line(answers.getOrDefault("name", ""), LONGEST_NAME);
        var order = Json.obj("account", account, "name", name.isEmpty() ? account : name);
        return switch (calls.open(server.get(), "/connect", order)) {
            case Reply.Ok(var session, var _) -> connected(server.get(), session, secret);
            case Reply.Refused(var status, var code, var reason) ->
                new Connecting.Refused(status == 422 && code.equals("invalid_account") ? "account" : "server", reason);
            case Reply.Expired _ -> noSandbox();
            case Reply.Trouble trouble -> new Connecting.Unreachable(trouble.reason());
        };
    }

    private Connecting connected(URI server, Json session, String secret) {
        var account = session.at("account", "id").textOr("");
        var pass = Pass.read(session, clock.instant(), Optional.of(secret).filter(some -> !some.isEmpty()));
        if (pass.isEmpty() || !ACCOUNT.matcher(account).matches()) {
            return noSandbox();
        }
        return new Connecting.Connected(
                server,
                account,
                Texts.line(session.at("account", "handle").textOr(account), LONGEST_NAME),
                pass.get().credential(),
                pass.get().expiresAt());
    }

    private static Connecting noSandbox() {
        return new Connecting.Refused("server", "this server does not answer as a sandbox does");
    }

    private boolean isSecret(String secret) {
        try {
            return !new StandardWebhook(List.of(new Secret(secret)), clock)
                    .toString()
                    .isEmpty();
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    @Override
    public Standing standing(Connection connection) {
        return Standings.of(calls.get(connection, "/limits"));
    }

    @Override
    public Renewal refresh(Connection connection) {
        var old = Pass.of(connection);
        var order = Json.obj("refresh_token", old.refresh().reveal());
        return switch (calls.open(connection.channel().server(), "/refresh", order)) {
            case Reply.Ok(var session, var _) ->
                Pass.read(session, clock.instant(), old.webhookSecret())
                        .<Renewal>map(pass -> new Renewal.Renewed(pass.credential(), pass.expiresAt()))
                        .orElseGet(() -> new Renewal.Later("the server's answer cannot be read"));
            case Reply.Expired(var reason) -> new Renewal.Revoked(reason);
            case Reply.Trouble trouble -> new Renewal.Later(trouble.reason());
        };
    }
}
