package dev.parvis.functions.api.history;

import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.Posts;
import dev.parvis.functions.api.calls.Caller;
import dev.parvis.functions.api.calls.Ids;
import dev.parvis.functions.api.calls.Members;
import dev.parvis.functions.api.calls.Place;
import dev.parvis.kernel.http.in.Request;
import dev.parvis.kernel.http.in.Response;
import dev.parvis.kernel.http.in.Router;

/** {@code …/posts/{post}/history}: a post's history by itself, a page at a time. */
public final class PostHistoryRoute {
    private final Posts posts;
    private final PostHistory history;

    public PostHistoryRoute(Posts posts, PostHistory history) {
        this.posts = posts;
        this.history = history;
    }

    public void on(Router router, Members members) {
        router.get("/v1/workspaces/{workspace}/posts/{post}/history", members.reads(Place.POST, this::page));
    }

    private Response page(Request request, Caller caller) {
        var post = posts.find(caller.workspace(), Ids.of(request.param("post"), PostId::new))
                .orElseThrow(Ids::nothingHere)
                .post();
        return Response.json(200, history.asked(request, caller, post.id()));
    }
}
