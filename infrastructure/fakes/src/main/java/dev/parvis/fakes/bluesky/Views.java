package dev.parvis.fakes.bluesky;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.json.Json;

/** One look of the AppView at the repositories: what it has indexed, as {@code app.bsky.*} shows it. */
final class Views {
    static final String POST = "app.bsky.feed.post";
    static final String LIKE = "app.bsky.feed.like";
    static final String REPOST = "app.bsky.feed.repost";
    static final String GATE = "app.bsky.feed.threadgate";
    static final String FOLLOW = "app.bsky.graph.follow";
    static final String PROFILE = "app.bsky.actor.profile";
    static final String BLOCK = "app.bsky.graph.block";

    /** Counts that no record stands behind: {@code uri or did → name → how many more}. */
    record Extra(Map<String, Map<String, Long>> counts) {
        Extra() {
            this(new ConcurrentHashMap<>());
        }

        void add(String of, String name, long more) {
            counts.computeIfAbsent(of, _ -> new ConcurrentHashMap<>()).merge(name, more, Long::sum);
        }

        long of(String of, String name) {
            return counts.getOrDefault(of, Map.of()).getOrDefault(name, 0L);
        }
    }

    private final Repos repos;
    private final Accounts accounts;
    private final Extra extra;
    private final Map<String, List<StoredRecord>> collections = new HashMap<>();

    Views(Repos repos, Accounts accounts, Extra extra) {
        this.repos = repos;
        this.accounts = accounts;
        this.extra = extra;
    }

    /** Oldest first. */
    List<StoredRecord> records(String collection) {
        return collections.computeIfAbsent(collection, repos::visible);
    }

    /** The post, or null when it is not (yet, or any more) in the index. */
    @Nullable
    StoredRecord post(String uri) {
        return records(POST).stream()
                .filter(post -> post.uri().equals(uri))
                .findFirst()
                .orElse(null);
    }

    Map<String, @Nullable Object> postView(StoredRecord post) {
        Map<String, @Nullable Object> view =
                Json.object("uri", post.uri(), "cid", post.cid(), "author", author(post.did()), "record", post.value());
        Map<String, @Nullable Object> embed = Json.map(post.value(), "embed");
        if ("app.bsky.embed.images".equals(embed.get("$type"))) view.put("embed", images(post, embed));
        view.put("bookmarkCount", extra.of(post.uri(), "bookmarks"));
        view.put("replyCount", count(POST, other -> other.replyTo("parent").equals(post.uri()), post.uri(), "replies"));
        view.put("repostCount", count(REPOST, other -> other.subject().equals(post.uri()), post.uri(), "reposts"));
        view.put("likeCount", count(LIKE, other -> other.subject().equals(post.uri()), post.uri(), "likes"));
        view.put("quoteCount", count(POST, other -> other.quotes().equals(post.uri()), post.uri(), "quotes"));
        view.put("indexedAt", post.indexedAt());
        view.put("labels", List.of());
        gate(post)
                .ifPresent(gate -> view.put(
                        "threadgate",
                        Json.object("uri", gate.uri(), "cid", gate.cid(), "record", gate.value(), "lists", List.of())));
        return view;
    }

    Map<String, @Nullable Object> author(String did) {
        Account account = accounts.find(did).orElseThrow();
        Map<String, @Nullable Object> view = Json.object("did", did, "handle", account.handle());
        String name = records(PROFILE).stream()
                .filter(record -> record.did().equals(did))
                .map(record -> Json.string(record.value(), "displayName", ""))
                .findFirst()
                .orElse("");
        if (!name.isEmpty()) view.put("displayName", name);
        view.put("viewer", Json.object("muted", false, "blockedBy", false));
        view.put("labels", List.of());
        return view;
    }

    Map<String, @Nullable Object> profile(Account account) {
        Map<String, @Nullable Object> view = author(account.did());
        view.put(
                "followersCount",
                count(FOLLOW, follow -> follow.subject().equals(account.did()), account.did(), "followers"));
        view.put("followsCount", count(FOLLOW, follow -> follow.did().equals(account.did()), account.did(), "follows"));
        view.put("postsCount", count(POST, post -> post.did().equals(account.did()), account.did(), "posts"));
        return view;
    }

    /** Replies that the owner of {@code rootUri} hid. */
    Set<String> hidden(String rootUri) {
        var hidden = new HashSet<String>();
        StoredRecord root = post(rootUri);
        if (root != null)
            gate(root).ifPresent(gate -> Json.list(gate.value(), "hiddenReplies")
                    .forEach(uri -> hidden.add((String) uri)));
        return hidden;
    }

    boolean blocked(String one, String other) {
        return records(BLOCK).stream()
                .anyMatch(block -> (block.did().equals(one) && block.subject().equals(other))
                        || (block.did().equals(other) && block.subject().equals(one)));
    }

    /** Does the root's threadgate keep its author's thread from this reply's author? Only {@code allow: []} is known. */
    boolean gatedOut(StoredRecord reply) {
        StoredRecord root = post(reply.replyTo("root"));
        if (root == null || root.did().equals(reply.did())) return false;
        return gate(root)
                .filter(gate -> gate.value().get("allow") instanceof List<?> allow && allow.isEmpty())
                .isPresent();
    }

    private java.util.Optional<StoredRecord> gate(StoredRecord post) {
        return records(GATE).stream()
                .filter(gate -> gate.did().equals(post.did()) && gate.rkey().equals(post.rkey()))
                .findFirst();
    }

    private long count(String collection, java.util.function.Predicate<StoredRecord> which, String of, String name) {
        return records(collection).stream().filter(which).count() + extra.of(of, name);
    }

    private static Map<String, @Nullable Object> images(StoredRecord post, Map<String, @Nullable Object> embed) {
        var images = new ArrayList<Map<String, @Nullable Object>>();
        for (Object image : Json.list(embed, "images")) {
            Map<String, @Nullable Object> source = Json.asMap(image);
            String cid = Json.string(Json.map(Json.map(source, "image"), "ref"), "$link", "");
            String url = "https://cdn.test/img/" + post.did() + "/" + cid;
            Map<String, @Nullable Object> view = Json.object("thumb", url, "fullsize", url, "alt", source.get("alt"));
            if (source.get("aspectRatio") != null) view.put("aspectRatio", source.get("aspectRatio"));
            images.add(view);
        }
        return Json.object("$type", "app.bsky.embed.images#view", "images", images);
    }
}
