package dev.parvis.fakes.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.http.Request;
import dev.parvis.fakes.http.Response;
import dev.parvis.fakes.http.Router;
import dev.parvis.fakes.json.Json;

/** The gallery's API: containers, what becomes of them, one's own posts and comments. */
final class GalleryRoutes {
    private static final int CAPTION = 2200;
    private static final int ALT = 1000;
    private static final int COMMENT = 2200;
    private static final List<String> TYPES = List.of("image/jpeg", "video/mp4");

    private final State state;
    private final Town town;
    private final Passes passes;
    private final Gallery gallery;
    private final Clock clock;

    GalleryRoutes(State state, Town town, Passes passes, Gallery gallery, Clock clock) {
        this.state = state;
        this.town = town;
        this.passes = passes;
        this.gallery = gallery;
        this.clock = clock;
    }

    void addTo(Router router) {
        router.on("POST", "/gallery/v1/containers", this::make)
                .on(
                        "GET",
                        "/gallery/v1/containers/{id}",
                        request -> Response.json(
                                200,
                                container(passes.account(request), request.variable("id"))
                                        .view(clock.instant())))
                .on("POST", "/gallery/v1/publish", this::publish)
                .on("GET", "/gallery/v1/quota", this::quota)
                .on("GET", "/gallery/v1/posts", this::posts)
                .on("DELETE", "/gallery/v1/posts/{id}", this::delete)
                .on("POST", "/gallery/v1/posts/{id}/comments", this::comment)
                .on("GET", "/gallery/v1/posts/{id}/comments", this::comments)
                .on("POST", "/__gallery", this::steer);
    }

    private Response make(Request request) {
        String account = passes.account(request);
        Map<String, @Nullable Object> input = request.json();
        String caption = Json.string(input, "caption", "");
        if (caption.length() > CAPTION) throw new SandboxError(422, "caption_too_long", CAPTION + " units at most");
        List<?> children = Json.list(input, "children");
        List<Post.Picture> pictures = children.isEmpty() ? List.of(picture(input)) : ofChildren(account, children);
        boolean item = Json.flag(input, "carousel_item");
        if (item && !children.isEmpty()) throw new SandboxError(422, "carousel_invalid", "No carousel in a carousel");
        return Response.json(
                201,
                Json.object("id", gallery.make(account, caption, pictures, item).id()));
    }

    private Post.Picture picture(Map<String, @Nullable Object> input) {
        String id = Json.string(input, "media", "");
        String alt = Json.string(input, "alt", "");
        if (alt.length() > ALT) throw new SandboxError(422, "alt_too_long", ALT + " characters at most");
        String type = state.read(() -> Optional.ofNullable(state.mediaTypes.get(id)))
                .orElseThrow(() -> new SandboxError(422, "media_unknown", "There is no " + id));
        if (!TYPES.contains(type)) throw new SandboxError(422, "media_type", "One of " + TYPES);
        return new Post.Picture(id, type, alt);
    }

    private List<Post.Picture> ofChildren(String account, List<?> children) {
        if (children.size() < Gallery.LEAST || children.size() > Gallery.MOST)
            throw new SandboxError(422, "carousel_size", Gallery.LEAST + " to " + Gallery.MOST + " children");
        var pictures = new ArrayList<Post.Picture>();
        for (Object id : children) pictures.add(child(account, String.valueOf(id)));
        return pictures;
    }

    private Post.Picture child(String account, String id) {
        Container child = gallery.find(account, id)
                .filter(Container::item)
                .orElseThrow(() -> new SandboxError(422, "child_unknown", "There is no child " + id));
        return switch (child.status(clock.instant())) {
            case FINISHED -> child.pictures().getFirst();
            case IN_PROGRESS -> throw new SandboxError(422, "child_not_ready", "Child " + id + " is being processed");
            case ERROR -> throw new SandboxError(422, "child_failed", child.fault());
            case EXPIRED, PUBLISHED -> throw new SandboxError(422, "child_expired", "Child " + id + " has expired");
        };
    }

    private Container container(String account, String id) {
        return gallery.find(account, id)
                .orElseThrow(() -> new SandboxError(404, "container_unknown", "There is no container " + id));
    }

    private Response publish(Request request) {
        String account = passes.account(request);
        Post post = gallery.publish(account, Json.string(request.json(), "container", ""));
        return Response.json(201, town.view(post));
    }

    private Response quota(Request request) {
        String account = passes.account(request);
        return Response.json(
                200,
                Json.object(
                        "used",
                        gallery.used(account),
                        "total",
                        gallery.quota(),
                        "seconds",
                        Duration.ofHours(24).toSeconds()));
    }

    private Response posts(Request request) {
        int limit = InboxRoutes.limit(request, 25, 100);
        String cursor = request.query("cursor").orElse("");
        List<Post> rest = own(passes.account(request));
        if (!cursor.isEmpty()) {
            List<String> ids = rest.stream().map(Post::id).toList();
            rest = rest.subList(ids.indexOf(cursor) + 1, rest.size());
        }
        List<Post> page = rest.stream().limit(limit).toList();
        Map<String, @Nullable Object> body =
                Json.object("posts", page.stream().map(town::view).toList());
        if (rest.size() > limit) body.put("cursor", page.getLast().id());
        return Response.json(200, body);
    }

    private List<Post> own(String account) {
        return town.posts(account).stream()
                .filter(post -> gallery.find(account, post.key()).isPresent())
                .toList();
    }

    private Post mine(Request request) {
        return own(passes.account(request)).stream()
                .filter(post -> post.id().equals(request.variable("id")))
                .findFirst()
                .orElseThrow(() -> SandboxError.notFound("post " + request.variable("id")));
    }

    private Response delete(Request request) {
        Post post = mine(request);
        state.change(() -> state.posts.put(post.id(), post.delete()));
        return Response.empty(204);
    }

    private Response comment(Request request) {
        Post above = mine(request);
        String text = Json.string(request.json(), "text", "");
        if (text.isBlank() || text.length() > COMMENT)
            throw new SandboxError(422, "comment_invalid", "1 to " + COMMENT + " units");
        var content = new Post.Content(text, "", List.of(), above.id(), Optional.empty());
        Post made = state.change(() -> {
            var comment = new Post("p_" + state.next(), "", above.account(), content, clock.instant(), false);
            state.posts.put(comment.id(), comment);
            return comment;
        });
        return Response.json(201, town.view(made));
    }

    /** One's own, oldest first. */
    private Response comments(Request request) {
        Post above = mine(request);
        List<?> own = town.posts(above.account()).reversed().stream()
                .filter(post -> post.content().replyTo().equals(above.id()))
                .map(town::view)
                .toList();
        return Response.json(200, Json.object("comments", own));
    }

    private Response steer(Request request) {
        Map<String, @Nullable Object> order = request.json();
        if (order.containsKey("processing_ms"))
            gallery.processing(Duration.ofMillis(Json.number(order, "processing_ms", 0)));
        if (order.containsKey("quota")) gallery.quota((int) Json.number(order, "quota", 25));
        String fault = Json.string(order, "breaks", "");
        if (!fault.isEmpty()) gallery.breaks(fault);
        return Response.empty(204);
    }
}
