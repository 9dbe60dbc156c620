package dev.parvis.networks.sandbox;

import java.util.Set;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.items.Item;
import dev.parvis.domain.items.ItemKind;
import dev.parvis.domain.moderation.Action;
import dev.parvis.domain.networks.Moderates;
import dev.parvis.kernel.json.Json;
import dev.parvis.networks.http.Reply;
import dev.parvis.networks.http.Urls;

/** Hides and deletes comments under one's own posts. Mentions stand elsewhere and are only read. */
final class SandboxModerates implements Moderates {
    private final SandboxCalls calls;

    SandboxModerates(SandboxCalls calls) {
        this.calls = calls;
    }

    @Override
    public Set<Action> actions() {
        return Set.of(Action.HIDE, Action.DELETE);
    }

    @Override
    public Moderation act(Connection connection, Action action, Item item) {
        if (item.kind() == ItemKind.MENTION) {
            return new Moderation.NotPossible("a mention stands in another account's place, and can only be read");
        }
        var path = "/comments/" + Urls.encode(item.key().nativeId());
        return switch (action) {
            case HIDE -> done(calls.post(connection, path + "/hide", Json.obj()), "hidden");
            case DELETE -> done(calls.delete(connection, path), "deleted");
            case ALLOW, QUEUE, REPLY -> new Moderation.NotPossible("this is nothing that a network does");
        };
    }

    /** Both may be repeated, so a doubt is tried again. */
    private static Moderation done(Reply reply, String what) {
        return switch (reply) {
            case Reply.Ok _ -> new Moderation.Done(what);
            case Reply.Expired _ -> new Moderation.Expired();
            case Reply.Refused(var status, var _, var reason) ->
                status == 404
                        ? new Moderation.Done("the comment is no longer there")
                        : new Moderation.NotPossible(reason);
            case Reply.Throttled(var _, var reason) -> new Moderation.Later(reason);
            case Reply.Doubtful(var reason) -> new Moderation.Later(reason);
            case Reply.Unsent(var reason) -> new Moderation.Later(reason);
        };
    }
}
