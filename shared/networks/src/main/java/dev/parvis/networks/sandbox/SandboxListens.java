package dev.parvis.networks.sandbox;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.networks.Listens;
import dev.parvis.kernel.json.Json;
import dev.parvis.networks.http.Reply;

/** Reads the inbox, oldest first, from the network's own cursor; at first from the inbox's beginning. One page a call. */
final class SandboxListens implements Listens {
    private static final int PAGE = 100;

    private final SandboxCalls calls;
    private final InstantSource clock;

    SandboxListens(SandboxCalls calls, InstantSource clock) {
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public Hearing listen(Connection connection, Optional<String> cursor, int most, Duration patience) {
        var limit = Math.max(1, Math.min(PAGE, most));
        var reply =
                calls.get(connection, patience, "/inbox", "limit", Integer.toString(limit), "after", cursor.orElse(""));
        return switch (reply) {
            case Reply.Ok(var body, var _) -> heard(connection, body, limit);
            case Reply.Expired _ -> new Hearing.Expired();
            case Reply.Throttled(var pause, var _) ->
                new Hearing.Throttled(clock.instant().plus(pause));
            case Reply.Refused(var status, var _, var reason) ->
                status == 404 || status == 410 ? new Hearing.Gone(reason) : new Hearing.Failed(reason);
            case Reply.Trouble trouble -> new Hearing.Failed(trouble.reason());
        };
    }

    private Hearing heard(Connection connection, Json body, int limit) {
        var next = body.at("cursor").text();
        if (!(body.at("items") instanceof Json.Arr(var told)) || next.isEmpty()) {
            return new Hearing.Failed("the server's answer cannot be read");
        }
        if (told.isEmpty()) {
            return new Hearing.Nothing();
        }
        var now = clock.instant();
        var items = told.stream()
                .flatMap(one -> SandboxItem.of(connection.channel(), one, now).stream())
                .toList();
        return new Hearing.Heard(items, next.get(), told.size() == limit);
    }
}
