package dev.parvis.functions.api.holds;

import java.util.Locale;

import dev.parvis.domain.crisis.Statements;
import dev.parvis.domain.crisis.Statements.Approved;
import dev.parvis.domain.crisis.Statements.Statement;
import dev.parvis.domain.posts.Hold;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.workspaces.Permission;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.functions.api.calls.Inputs;
import dev.parvis.functions.api.calls.Members;
import dev.parvis.functions.api.calls.Place;
import dev.parvis.kernel.http.in.Problem;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.http.in.Router;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Times;

/**
 * {@code …/holds/statements}: lets one post pass the stops that stand now, exactly as it was read. It takes the permission
 * on the post's own brand.
 */
public final class StatementRoute {
    private final Posts posts;
    private final Statements statements;

    public StatementRoute(Posts posts, Statements statements) {
        this.posts = posts;
        this.statements = statements;
    }

    public void on(Router router, Members members) {
        router.post("/v1/workspaces/{workspace}/holds/statements", members.reads(Place.SEEN, this::approve));
    }

    private Response approve(Request request, Caller caller) {
        var fields = Inputs.fields(request);
        var given = fields.requiredLine("post", 1, 64);
        var version = fields.requiredWhole("version", 1, Long.MAX_VALUE);
        var whole = Ids.parsed(given, PostId::new)
                .flatMap(id -> posts.find(caller.workspace(), id))
                .filter(found -> caller.sees(found.post().brand()));
        if (whole.isEmpty() && !given.isEmpty()) {
            fields.refuse("post", "not_found", "must be a post of this workspace");
        }
        whole.ifPresent(found -> Members.require(
                Permission.CRISIS_STATEMENT, caller.member().on(found.post().brand())));
        Inputs.check(fields);
        var post = whole.orElseThrow();
        if (post.post().version() != version) {
            throw Problem.of(Problem.Code.PRECONDITION_FAILED, "It has changed since you read it: read it again.")
                    .exception();
        }
        return switch (statements.approve(post, caller.subject())) {
            case Approved.Listed(var listed) ->
                Response.json(
                        200,
                        Json.obj(
                                "items",
                                listed.stream().map(StatementRoute::json).toList()));
            case Approved.NothingStopped() -> throw conflict("No stop covers what of this post has still to go out.");
            case Approved.Held(var target) ->
                throw conflict("A stop holds it already on channel " + target.channel()
                        + ": give it another time first, then approve what it says then.");
            case Approved.Full(var hold) ->
                throw conflict("The stop of the " + name(hold) + " lists all the statements it can, "
                        + Hold.MOST_STATEMENTS + " at most: release it and stop again to begin a new list.");
        };
    }

    private static RuntimeException conflict(String detail) {
        return Problem.of(Problem.Code.CONFLICT, detail).exception();
    }

    private static String name(Hold hold) {
        return hold.scope().name().toLowerCase(Locale.ROOT);
    }

    private static Json json(Statement statement) {
        return Json.obj(
                "scope",
                name(statement.hold()),
                "id",
                statement.hold().id(),
                "since",
                Times.format(statement.hold().since()),
                "channel",
                statement.target().channel().value(),
                "seal",
                statement.seal());
    }
}
