package dev.parvis.fakes.sandbox;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import dev.parvis.fakes.http.Request;
import dev.parvis.fakes.http.Response;
import dev.parvis.fakes.http.Router;
import dev.parvis.fakes.json.Json;

/** Comments and mentions: reading, hiding, deleting, blocking, searching. */
final class InboxRoutes {
    private final State state;
    private final Town town;
    private final Passes passes;
    private final Clock clock;

    InboxRoutes(State state, Town town, Passes passes, Clock clock) {
        this.state = state;
        this.town = town;
        this.passes = passes;
        this.clock = clock;
    }

    void addTo(Router router) {
        router.on("GET", "/sandbox/v1/inbox", request -> page(request, _ -> true))
                .on("GET", "/sandbox/v1/search", this::search)
                .on("GET", "/sandbox/v1/posts/{id}/comments", this::comments)
                .on("GET", "/sandbox/v1/comments/{id}", request -> Response.json(200, town.view(mine(request))))
                .on("POST", "/sandbox/v1/comments/{id}/hide", request -> hide(request, true))
                .on("POST", "/sandbox/v1/comments/{id}/unhide", request -> hide(request, false))
                .on("DELETE", "/sandbox/v1/comments/{id}", this::delete)
                .on("POST", "/sandbox/v1/blocks", this::block)
                .on("DELETE", "/sandbox/v1/blocks/{author}", this::unblock);
    }

    static int limit(Request request, int usual, int most) {
        String text = request.query("limit").orElse(String.valueOf(usual));
        if (!text.matches("[1-9][0-9]{0,5}")) throw new SandboxError(422, "limit_invalid", "1 to " + most);
        return Math.min(most, Integer.parseInt(text));
    }

    private Response page(Request request, Predicate<Item> which) {
        String account = passes.account(request);
        int limit = limit(request, 50, 100);
        String after = request.query("after").orElse("");
        List<Item> page = town.items(account).stream()
                .filter(which)
                .filter(item -> item.after(after))
                .limit(limit)
                .toList();
        String cursor = page.isEmpty() ? after : page.getLast().cursor();
        return Response.json(
                200, Json.object("items", page.stream().map(town::view).toList(), "cursor", cursor));
    }

    private Response search(Request request) {
        List<String> words = List.of(
                request.query("q").orElse("").toLowerCase(Locale.ROOT).strip().split("\\s+"));
        return page(request, item -> {
            String text = item.text().toLowerCase(Locale.ROOT);
            return !item.isComment() && words.stream().allMatch(text::contains);
        });
    }

    private Response comments(Request request) {
        String account = passes.account(request);
        String id = request.variable("id");
        if (town.post(id).filter(post -> post.account().equals(account)).isEmpty())
            throw SandboxError.notFound("post " + id);
        List<?> items = town.items(account).stream()
                .filter(item -> item.post().equals(id))
                .map(town::view)
                .toList();
        return Response.json(200, Json.object("items", items));
    }

    private Response hide(Request request, boolean hidden) {
        Item item = mine(request);
        state.change(() -> hidden ? state.hidden.add(item.id()) : state.hidden.remove(item.id()));
        return Response.json(200, town.view(item));
    }

    private Response delete(Request request) {
        Item item = mine(request);
        state.change(() -> state.deleted.add(item.id()));
        return Response.empty(204);
    }

    private Response block(Request request) {
        String account = passes.account(request);
        String author = Json.string(request.json(), "author", "");
        if (author.isEmpty()) throw new SandboxError(422, "author_missing", "Whom?");
        state.change(() ->
                state.blocks.putIfAbsent(account + " " + author, clock.instant().toString()));
        return Response.empty(204);
    }

    private Response unblock(Request request) {
        String account = passes.account(request);
        state.change(() -> state.blocks.remove(account + " " + request.variable("author")));
        return Response.empty(204);
    }

    private Item mine(Request request) {
        String account = passes.account(request);
        return town.comment(account, request.variable("id"))
                .orElseThrow(() -> SandboxError.notFound("comment " + request.variable("id")));
    }
}
