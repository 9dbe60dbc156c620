package dev.parvis.networks.bluesky;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Set;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.items.Item;
import dev.parvis.domain.moderation.Action;
import dev.parvis.domain.networks.Moderates;
import dev.parvis.kernel.json.Json;
import dev.parvis.networks.http.Reply;

/**
 * Hides a reply in our own thread: its URI goes into the thread's gate, a record beside the root post, which is read, changed
 * and put back only if nobody changed it meanwhile. Others' posts cannot be deleted, by anybody but them.
 */
final class BlueskyModerates implements Moderates {
    static final int MOST_HIDDEN = 300;

    private static final String GATE = "app.bsky.feed.threadgate";
    private static final int TRIES = 3;

    private final Xrpc xrpc;
    private final InstantSource clock;

    BlueskyModerates(Xrpc xrpc, InstantSource clock) {
        this.xrpc = xrpc;
        this.clock = clock;
    }

    @Override
    public Set<Action> actions() {
        return Set.of(Action.HIDE);
    }

    @Override
    public Moderation act(Connection connection, Action action, Item item) {
        return switch (action) {
            case HIDE -> hide(connection, item.key().nativeId());
            case DELETE -> new Moderation.NotPossible("on Bluesky only its author can delete a post; it can be hidden");
            case ALLOW, QUEUE, REPLY -> new Moderation.NotPossible("this is nothing that a network does");
        };
    }

    private Moderation hide(Connection connection, String reply) {
        return switch (xrpc.query(connection, "app.bsky.feed.getPosts", "uris", reply)) {
            case Reply.Ok(var body, var _) -> {
                var posts = body.at("posts").items();
                yield posts.isEmpty()
                        ? new Moderation.Done("the reply is no longer there")
                        : hideIn(
                                connection,
                                posts.getFirst()
                                        .at("record", "reply", "root", "uri")
                                        .textOr(""),
                                reply);
            }
            case Reply.Trouble trouble -> trouble(trouble);
        };
    }

    private Moderation hideIn(Connection connection, String root, String reply) {
        var thread = AtUri.parse(root);
        if (thread.isEmpty()) {
            return new Moderation.NotPossible("only replies can be hidden, and this is none");
        }
        if (!thread.get().did().equals(connection.channel().account())) {
            return new Moderation.NotPossible("the thread is another account's, which alone can hide replies in it");
        }
        var gate = new AtUri(thread.get().did(), GATE, thread.get().rkey());
        for (var round = 0; round < TRIES; round++) {
            var changed = change(connection, gate, root, reply);
            if (!(changed instanceof Moderation.Later later) || !later.reason().equals(CHANGED_MEANWHILE)) {
                return changed;
            }
        }
        return new Moderation.Later(CHANGED_MEANWHILE);
    }

    private static final String CHANGED_MEANWHILE = "the thread's gate was changed meanwhile";

    private Moderation change(Connection connection, AtUri gate, String root, String reply) {
        var read = xrpc.query(
                connection,
                "com.atproto.repo.getRecord",
                "repo",
                gate.did(),
                "collection",
                gate.collection(),
                "rkey",
                gate.rkey());
        return switch (read) {
            case Reply.Ok(var body, var _) ->
                body.at("value").object().isEmpty() || body.at("cid").text().isEmpty()
                        ? new Moderation.Later("the server's answer cannot be read")
                        : add(connection, gate, body.at("value").object().get(), body.at("cid"), reply);
            case Reply.Refused refused
            when refused.code().equals("RecordNotFound") -> add(connection, gate, fresh(root), Json.nil(), reply);
            case Reply.Trouble trouble -> trouble(trouble);
        };
    }

    /** Without {@code allow}: everybody may go on answering. */
    private Json.Obj fresh(String root) {
        return Json.obj("$type", GATE, "post", root, "createdAt", clock.instant());
    }

    private Moderation add(Connection connection, AtUri at, Json.Obj gate, Json swap, String reply) {
        var hidden = new ArrayList<>(gate.at("hiddenReplies").items());
        var uri = Json.of(reply);
        if (hidden.contains(uri)) {
            return new Moderation.Done("hidden already");
        }
        if (hidden.size() >= MOST_HIDDEN) {
            return new Moderation.NotPossible("Bluesky hides " + MOST_HIDDEN + " replies of a thread at most");
        }
        hidden.add(uri);
        var order = Json.obj(
                "repo", at.did(),
                "collection", at.collection(),
                "rkey", at.rkey(),
                "record", gate.with("hiddenReplies", hidden),
                "swapRecord", swap);
        return switch (xrpc.procedure(connection, "com.atproto.repo.putRecord", order)) {
            case Reply.Ok _ -> new Moderation.Done("hidden in the thread");
            case Reply.Refused refused
            when refused.code().equals("InvalidSwap") -> new Moderation.Later(CHANGED_MEANWHILE);
            case Reply.Trouble trouble -> trouble(trouble);
        };
    }

    /** Hiding may be repeated, so a doubt is tried again. */
    private static Moderation trouble(Reply.Trouble trouble) {
        return switch (trouble) {
            case Reply.Expired _ -> new Moderation.Expired();
            case Reply.Refused(var _, var _, var reason) -> new Moderation.NotPossible(reason);
            case Reply.Throttled(var _, var reason) -> new Moderation.Later(reason);
            case Reply.Doubtful(var reason) -> new Moderation.Later(reason);
            case Reply.Unsent(var reason) -> new Moderation.Later(reason);
        };
    }
}
