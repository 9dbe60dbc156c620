package dev.parvis.functions.api.approvals;

import java.time.InstantSource;
import java.util.Locale;

import dev.parvis.domain.approvals.Comment;
import dev.parvis.domain.approvals.Comments;
import dev.parvis.domain.approvals.Discussion;
import dev.parvis.domain.posts.Approval;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.stored.Check;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.functions.api.calls.Creation;
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

/** {@code …/posts/{post}/comments}: what the team and the client wrote about a post. A client sees only the client's. */
public final class CommentRoutes {
    private static final String PATH = "/v1/workspaces/{workspace}/posts/{post}/comments";
    /** A comment is written once: it has one version. */
    private static final long NEVER_CHANGES = 1;

    private final Posts posts;
    private final Comments comments;
    private final Discussion discussion;
    private final Creation creation;
    private final InstantSource clock;

    /** What is read and written. */
    public record Stores(Posts posts, Comments comments, Discussion discussion) {}

    public CommentRoutes(Stores stores, Creation creation, InstantSource clock) {
        this.posts = stores.posts();
        this.comments = stores.comments();
        this.discussion = stores.discussion();
        this.creation = creation;
        this.clock = clock;
    }

    public void on(Router router, Members members) {
        router.get(PATH, members.reads(Place.POST, this::list))
                .post(PATH, members.writes(Place.POST, this::write))
                .delete(PATH + "/{comment}", members.manages(Place.POST, this::erase));
    }

    private Response list(Request request, Caller caller) {
        var post = post(request, caller);
        var items = comments.of(caller.workspace(), post.id()).stream()
                .map(CommentRoutes::json)
                .toList();
        return Response.json(200, Json.obj("items", items));
    }

    private Response write(Request request, Caller caller) {
        return creation.create(request, caller, id -> written(request, caller, id));
    }

    private Response written(Request request, Caller caller, String id) {
        var post = post(request, caller);
        var fields = Inputs.fields(request);
        var text = fields.requiredText("text", 1, Comment.LONGEST);
        Inputs.check(fields);
        var comment = new Comment(
                caller.workspace(), post.id(), id, clock.instant(), Approval.Part.TEAM, caller.subject(), text);
        if (!discussion.say(post, comment)) {
            throw Problem.of(Problem.Code.CONFLICT, "A post has at most " + Comments.MOST + " comments.")
                    .exception();
        }
        var location = "/v1/workspaces/" + caller.workspace() + "/posts/" + post.id() + "/comments/" + id;
        return Creation.created(location, NEVER_CHANGES, json(comment));
    }

    private Response erase(Request request, Caller caller) {
        var post = post(request, caller);
        var id = Ids.parsed(request.param("comment"), CommentRoutes::checked).orElseThrow(Ids::nothingHere);
        if (!discussion.erase(post, id, caller.subject())) {
            throw Ids.nothingHere();
        }
        return Response.empty(204);
    }

    private static String checked(String id) {
        Check.id(id);
        return id;
    }

    private Post post(Request request, Caller caller) {
        return posts.find(caller.workspace(), Ids.of(request.param("post"), PostId::new))
                .map(PostWithTargets::post)
                .orElseThrow(Ids::nothingHere);
    }

    private static Json json(Comment comment) {
        return Json.obj(
                "id",
                comment.id(),
                "at",
                Times.format(comment.at()),
                "part",
                comment.part().name().toLowerCase(Locale.ROOT),
                "by",
                comment.by(),
                "text",
                comment.text(),
                "version",
                NEVER_CHANGES);
    }
}
