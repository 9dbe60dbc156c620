package dev.parvis.fakes.bluesky;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.http.Request;
import dev.parvis.fakes.http.Response;
import dev.parvis.fakes.json.Json;

/** {@code app.bsky.feed.*}, read-only. */
final class FeedMethods {
    private final SessionMethods sessions;
    private final Accounts accounts;
    private final Supplier<Views> look;

    FeedMethods(SessionMethods sessions, Accounts accounts, Supplier<Views> look) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.look = look;
    }

    void addTo(Xrpc xrpc) {
        xrpc.query("app.bsky.feed.getAuthorFeed", this::authorFeed)
                .query("app.bsky.feed.getPosts", this::posts)
                .query("app.bsky.feed.getPostThread", this::thread)
                .query("app.bsky.feed.searchPosts", this::search);
    }

    private Response authorFeed(Request request) {
        sessions.caller(request);
        Account actor = accounts.find(request.query("actor").orElse(""))
                .orElseThrow(() -> XrpcError.invalid("Profile not found"));
        boolean replies = !request.query("filter").orElse("posts_with_replies").equals("posts_no_replies");
        Views views = look.get();
        Page<StoredRecord> page = Page.of(
                newestFirst(
                        views,
                        post -> post.did().equals(actor.did())
                                && (replies || post.replyTo("parent").isEmpty())),
                Function.identity(),
                request.query("cursor").orElse(""),
                Limits.read(request, 50));
        List<?> feed = page.items().stream()
                .map(post -> Json.object("post", views.postView(post)))
                .toList();
        return paged(Json.object("feed", feed), page);
    }

    private Response posts(Request request) {
        sessions.caller(request);
        List<String> uris = request.query().all("uris");
        if (uris.size() > 25) throw XrpcError.invalid("array too big (maximum 25, got " + uris.size() + ") at $.uris");
        Views views = look.get();
        return Xrpc.ok(Json.object(
                "posts",
                uris.stream()
                        .map(views::post)
                        .filter(Objects::nonNull)
                        .map(views::postView)
                        .toList()));
    }

    private Response thread(Request request) {
        sessions.caller(request);
        String uri = request.query("uri").orElse("");
        Views views = look.get();
        StoredRecord anchor = views.post(uri);
        if (anchor == null) throw new XrpcError(400, "NotFound", "Post not found: " + uri);
        int depth = Integer.parseInt(request.query("depth").orElse("6"));
        Map<String, @Nullable Object> thread = node(views, anchor, depth);
        parent(views, anchor, Integer.parseInt(request.query("parentHeight").orElse("80")), thread);
        return Xrpc.ok(Json.object("thread", thread));
    }

    private Map<String, @Nullable Object> node(Views views, StoredRecord post, int depth) {
        Map<String, @Nullable Object> node =
                Json.object("$type", "app.bsky.feed.defs#threadViewPost", "post", views.postView(post));
        node.put("threadContext", Json.object());
        if (depth > 0)
            node.put(
                    "replies",
                    views.records(Views.POST).stream()
                            .filter(reply -> reply.replyTo("parent").equals(post.uri()))
                            .filter(reply -> !views.gatedOut(reply) && !views.blocked(reply.did(), post.did()))
                            .map(reply -> node(views, reply, depth - 1))
                            .toList());
        return node;
    }

    private void parent(Views views, StoredRecord post, int height, Map<String, @Nullable Object> node) {
        String uri = post.replyTo("parent");
        if (uri.isEmpty() || height == 0) return;
        StoredRecord parent = views.post(uri);
        if (parent == null) {
            node.put("parent", Json.object("$type", "app.bsky.feed.defs#notFoundPost", "uri", uri, "notFound", true));
            return;
        }
        Map<String, @Nullable Object> above = node(views, parent, 0);
        parent(views, parent, height - 1, above);
        node.put("parent", above);
    }

    private Response search(Request request) {
        sessions.caller(request);
        if (request.query("q").isEmpty()) throw XrpcError.invalid("Missing required key \"q\" at $");
        Views views = look.get();
        List<StoredRecord> found = newestFirst(views, matching(request));
        Page<StoredRecord> page =
                Page.of(found, Function.identity(), request.query("cursor").orElse(""), Limits.read(request, 25));
        return paged(
                Json.object("posts", page.items().stream().map(views::postView).toList(), "hitsTotal", found.size()),
                page);
    }

    private Predicate<StoredRecord> matching(Request request) {
        List<String> words = List.of(
                request.query("q").orElse("").toLowerCase(Locale.ROOT).strip().split("\\s+"));
        Predicate<StoredRecord> all = post -> {
            String text = post.text().toLowerCase(Locale.ROOT);
            return words.stream().allMatch(word -> word.equals("*") || text.contains(word));
        };
        String since = request.query("since").orElse("");
        String until = request.query("until").orElse("");
        if (!since.isEmpty()) all = all.and(post -> !post.indexedAt().isBefore(instant(since)));
        if (!until.isEmpty()) all = all.and(post -> post.indexedAt().isBefore(instant(until)));
        String author = request.query("author").orElse("");
        if (!author.isEmpty())
            all = all.and(post -> accounts.find(author)
                    .map(Account::did)
                    .filter(post.did()::equals)
                    .isPresent());
        String lang = request.query("lang").orElse("");
        if (!lang.isEmpty())
            all = all.and(post -> Json.list(post.value(), "langs").contains(lang));
        for (String tag : request.query().all("tag"))
            all = all.and(post -> post.text().toLowerCase(Locale.ROOT).contains("#" + tag.toLowerCase(Locale.ROOT)));
        return all;
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text.length() == 10 ? text + "T00:00:00Z" : text);
        } catch (java.time.DateTimeException e) {
            throw XrpcError.invalid("Invalid datetime (got \"" + text + "\")");
        }
    }

    private static List<StoredRecord> newestFirst(Views views, Predicate<StoredRecord> which) {
        return views.records(Views.POST).stream()
                .filter(which)
                .sorted(StoredRecord.NEWEST_FIRST)
                .toList();
    }

    private static Response paged(Map<String, @Nullable Object> body, Page<StoredRecord> page) {
        page.cursor().ifPresent(cursor -> body.put("cursor", cursor));
        return Xrpc.ok(body);
    }
}
