package dev.parvis.fakes.sandbox;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.parvis.fakes.http.Request;
import dev.parvis.fakes.http.Response;
import dev.parvis.fakes.http.Router;
import dev.parvis.fakes.http.Sniff;
import dev.parvis.fakes.json.Json;

/** Publishing with a key, media, one's own timeline. */
final class PostRoutes {
    private static final int TEXT = 500;
    private static final int IMAGES = 4;
    private static final int IMAGE_BYTES = 2_000_000;
    private static final int ALT = 1000;
    private static final List<String> TYPES = List.of("image/jpeg", "image/png", "image/gif", "image/webp");
    private static final List<String> VIDEOS = List.of("video/mp4");
    private static final int VIDEO_BYTES = 20_000_000;
    private static final int THREAD = 24;
    private static final int OPTIONS = 4;
    private static final int OPTION = 50;
    private static final long SHORTEST = 300;
    private static final long LONGEST = 2_592_000;
    private static final Pattern GRAPHEME = Pattern.compile("\\X");

    private final State state;
    private final Town town;
    private final Passes passes;
    private final Clock clock;

    PostRoutes(State state, Town town, Passes passes, Clock clock) {
        this.state = state;
        this.town = town;
        this.passes = passes;
        this.clock = clock;
    }

    void addTo(Router router) {
        router.on("GET", "/sandbox/v1/limits", this::limits)
                .on("POST", "/sandbox/v1/media", this::upload)
                .on("POST", "/sandbox/v1/posts", this::publish)
                .on("GET", "/sandbox/v1/posts", this::timeline)
                .on("GET", "/sandbox/v1/posts/{id}", request -> Response.json(200, town.view(mine(request))))
                .on("DELETE", "/sandbox/v1/posts/{id}", this::delete);
    }

    private Response limits(Request request) {
        passes.account(request);
        return Response.json(
                200,
                Json.object(
                        "text", Json.object("max", TEXT, "unit", "graphemes"),
                        "images", Json.object("max", IMAGES, "bytes", IMAGE_BYTES, "alt", ALT, "types", TYPES),
                        "videos", Json.object("bytes", VIDEO_BYTES, "types", VIDEOS),
                        "polls",
                                Json.object("max", OPTIONS, "option", OPTION, "shortest", SHORTEST, "longest", LONGEST),
                        "thread", Json.object("max", THREAD),
                        "comments", true));
    }

    private Response upload(Request request) {
        passes.account(request);
        byte[] bytes = request.body();
        String type = Sniff.type(bytes, "");
        if (!TYPES.contains(type) && !VIDEOS.contains(type))
            throw new SandboxError(415, "unsupported_media", "One of " + TYPES + " or " + VIDEOS);
        int most = VIDEOS.contains(type) ? VIDEO_BYTES : IMAGE_BYTES;
        if (bytes.length > most)
            throw new SandboxError(413, "too_large", bytes.length + " bytes, " + most + " at most");
        String id = "m_" + hash(bytes);
        state.keepMedia(id, type, bytes);
        return Response.json(201, Json.object("id", id, "type", type, "bytes", bytes.length));
    }

    private Response publish(Request request) {
        String account = passes.account(request);
        Map<String, @Nullable Object> input = request.json();
        String key = Json.string(input, "key", "");
        if (!key.matches("[A-Za-z0-9_-]{1,64}"))
            throw new SandboxError(422, "key_invalid", "A key is 1 to 64 of A-Z a-z 0-9 _ -");
        Post.Content content = content(account, input);
        boolean[] created = {false};
        Post post = state.change(() -> {
            Optional<Post> before = byKey(account, key);
            if (before.isPresent()) return before.get();
            created[0] = true;
            var fresh = new Post("p_" + state.next(), key, account, content, clock.instant(), false);
            state.posts.put(fresh.id(), fresh);
            return fresh;
        });
        if (post.deleted()) throw new SandboxError(410, "post_deleted", "The post of this key was deleted");
        if (post.content().equals(content)) return Response.json(created[0] ? 201 : 200, town.view(post));
        var taken = new SandboxError(409, "key_taken", "Another post has this key").body();
        taken.put("post", town.view(post));
        return Response.json(409, taken);
    }

    private Post.Content content(String account, Map<String, @Nullable Object> input) {
        String text = Json.string(input, "text", "");
        long length = GRAPHEME.matcher(text).results().count();
        if (length > TEXT) throw new SandboxError(422, "text_too_long", length + " graphemes, " + TEXT + " at most");
        List<Post.Picture> media = pictures(Json.list(input, "media"));
        if (text.isBlank() && media.isEmpty()) throw new SandboxError(422, "text_empty", "Neither text nor media");
        Optional<Post.Poll> poll = Post.Poll.load(Json.map(input, "poll"));
        if (poll.isEmpty() && input.get("poll") != null)
            throw new SandboxError(422, "poll_invalid", "A poll has answers to choose from");
        poll.ifPresent(asked -> check(asked, media));
        String replyTo = Json.string(input, "reply_to", "");
        if (!replyTo.isEmpty()
                && town.post(replyTo).isEmpty()
                && town.said(account, replyTo).isEmpty())
            throw new SandboxError(422, "reply_unknown", "There is no " + replyTo);
        return new Post.Content(text, Json.string(input, "language", ""), media, replyTo, poll);
    }

    private static void check(Post.Poll poll, List<Post.Picture> media) {
        boolean tooMany = poll.options().size() < 2 || poll.options().size() > OPTIONS;
        boolean tooLong = poll.options().stream()
                .anyMatch(option ->
                        option.isBlank() || GRAPHEME.matcher(option).results().count() > OPTION);
        if (tooMany || tooLong)
            throw new SandboxError(
                    422, "poll_invalid", "2 to " + OPTIONS + " answers of " + OPTION + " graphemes at most");
        if (poll.openSeconds() < SHORTEST || poll.openSeconds() > LONGEST)
            throw new SandboxError(422, "poll_invalid", "Open from " + SHORTEST + " to " + LONGEST + " seconds");
        if (!media.isEmpty()) throw new SandboxError(422, "poll_with_media", "A poll stands alone");
    }

    private List<Post.Picture> pictures(List<?> wanted) {
        if (wanted.size() > IMAGES) throw new SandboxError(422, "media_too_many", IMAGES + " at most");
        var pictures = new ArrayList<Post.Picture>();
        for (Object one : wanted) {
            String id = Json.string(Json.asMap(one), "id", "");
            String alt = Json.string(Json.asMap(one), "alt", "");
            if (alt.length() > ALT) throw new SandboxError(422, "alt_too_long", ALT + " characters at most");
            String type = state.read(() -> Optional.ofNullable(state.mediaTypes.get(id)))
                    .orElseThrow(() -> new SandboxError(422, "media_unknown", "There is no " + id));
            pictures.add(new Post.Picture(id, type, alt));
        }
        if (pictures.size() > 1 && pictures.stream().anyMatch(one -> VIDEOS.contains(one.type())))
            throw new SandboxError(422, "media_too_many", "A video stands alone");
        return pictures;
    }

    private Response timeline(Request request) {
        String account = passes.account(request);
        Optional<String> key = request.query("key");
        if (key.isPresent()) {
            List<?> one = state.read(() -> byKey(account, key.get())).stream()
                    .filter(post -> !post.deleted())
                    .map(town::view)
                    .toList();
            return Response.json(200, Json.object("posts", one));
        }
        int limit = InboxRoutes.limit(request, 20, 100);
        String cursor = request.query("cursor").orElse("");
        List<Post> rest = town.posts(account);
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

    private Response delete(Request request) {
        Post post = mine(request);
        state.change(() -> state.posts.put(post.id(), post.delete()));
        return Response.empty(204);
    }

    private Post mine(Request request) {
        String account = passes.account(request);
        return town.post(request.variable("id"))
                .filter(post -> post.account().equals(account))
                .orElseThrow(() -> SandboxError.notFound("post " + request.variable("id")));
    }

    private Optional<Post> byKey(String account, String key) {
        return state.posts.values().stream()
                .filter(post -> post.account().equals(account) && post.key().equals(key))
                .findFirst();
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
