package dev.parvis.fakes.sandbox;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.parvis.fakes.http.Request;
import dev.parvis.fakes.http.Response;
import dev.parvis.fakes.http.Router;
import dev.parvis.fakes.json.Json;

/** The echo's API: texts, of which an account has each once. */
final class EchoRoutes {
    private static final int TEXT = 500;
    private static final String KEY = "echo-";

    private final State state;
    private final Town town;
    private final Passes passes;
    private final Clock clock;

    EchoRoutes(State state, Town town, Passes passes, Clock clock) {
        this.state = state;
        this.town = town;
        this.passes = passes;
        this.clock = clock;
    }

    void addTo(Router router) {
        router.on("POST", "/echo/v1/posts", this::publish)
                .on("GET", "/echo/v1/posts/{id}", request -> Response.json(200, town.view(mine(request))))
                .on("DELETE", "/echo/v1/posts/{id}", this::delete);
    }

    private Response publish(Request request) {
        String account = passes.account(request);
        String text = Json.string(request.json(), "text", "");
        if (text.isBlank() || text.length() > TEXT)
            throw new SandboxError(422, "text_invalid", "1 to " + TEXT + " units");
        Post made = state.change(() -> {
            own(account)
                    .filter(post -> post.content().text().equals(text))
                    .findFirst()
                    .ifPresent(twin -> {
                        throw new SandboxError(422, "duplicate", "Content is a duplicate of " + twin.id());
                    });
            String id = "p_" + state.next();
            var content = new Post.Content(text, "", List.of(), "", Optional.empty());
            var fresh = new Post(id, KEY + id, account, content, clock.instant(), false);
            state.posts.put(id, fresh);
            return fresh;
        });
        return Response.json(201, town.view(made));
    }

    private Stream<Post> own(String account) {
        return town.posts(account).stream().filter(post -> post.key().startsWith(KEY));
    }

    private Post mine(Request request) {
        return own(passes.account(request))
                .filter(post -> post.id().equals(request.variable("id")))
                .findFirst()
                .orElseThrow(() -> SandboxError.notFound("post " + request.variable("id")));
    }

    private Response delete(Request request) {
        Post post = mine(request);
        state.change(() -> state.posts.put(post.id(), post.delete()));
        return Response.empty(204);
    }
}
