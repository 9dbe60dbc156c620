package dev.parvis.networks.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.networks.Publishes.Reconciliation;
import dev.parvis.domain.posts.Attempt;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Times;
import dev.parvis.networks.http.Quiet;
import dev.parvis.networks.http.Reply;
import dev.parvis.networks.http.Urls;

/**
 * Whether an attempt went out: its container's state says so, and does not say as what. That is the oldest of one's own posts
 * since the attempt that says the same and that no other target owns.
 */
final class GalleryLook {
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final int PAGE = 25;
    private static final int MOST_PAGES = 20;

    private final SandboxCalls calls;
    private final Quiet quiet;
    private final InstantSource clock;

    GalleryLook(SandboxCalls calls, Quiet quiet, InstantSource clock) {
        this.calls = calls;
        this.quiet = quiet;
        this.clock = clock;
    }

    /** One's own posts, as far back as was asked. */
    private sealed interface Read {
        record Posts(List<Json> newestFirst) implements Read {}

        record Unread(Reconciliation because) implements Read {}
    }

    Reconciliation reconcile(Connection connection, Attempt attempt, Set<String> others) {
        if (attempt.trace().startsWith("c")) {
            return comment(connection, attempt, others);
        }
        return switch (calls.get(connection, "/containers/" + Urls.encode(attempt.trace()))) {
            case Reply.Ok(var body, var _) ->
                byState(connection, attempt, others, body.at("status").textOr(""));
            case Reply.Refused(var status, var _, var _)
            when status == 404 -> unlessListed(connection, attempt, others, "the network knows no such container");
            case Reply.Trouble trouble -> undecided(trouble);
        };
    }

    private Reconciliation byState(Connection connection, Attempt attempt, Set<String> others, String state) {
        return switch (state) {
            case "PUBLISHED" ->
                listed(
                        connection,
                        attempt,
                        others,
                        new Reconciliation.Undecided("its container is published, and the post is not listed yet"));
            case "FINISHED", "IN_PROGRESS", "EXPIRED" ->
                absent(attempt, "its container is " + state + ", not published");
            // A publication that failed half-way may stand there all the same.
            case "ERROR" -> unlessListed(connection, attempt, others, "its container has failed");
            default -> new Reconciliation.Undecided("the server's answer cannot be read");
        };
    }

    private Reconciliation unlessListed(Connection connection, Attempt attempt, Set<String> others, String otherwise) {
        return listed(connection, attempt, others, absent(attempt, otherwise + ", and the account has no post of it"));
    }

    private Reconciliation absent(Attempt attempt, String evidence) {
        return quiet.isOver(attempt, clock.instant())
                ? new Reconciliation.Absent(evidence)
                : new Reconciliation.Undecided(evidence + ", and the quiet time is not over");
    }

    private Reconciliation listed(
            Connection connection, Attempt attempt, Set<String> others, Reconciliation otherwise) {
        return switch (since(connection, attempt.startedAt().minus(SKEW))) {
            case Read.Unread(var because) -> because;
            case Read.Posts(var posts) -> oldest(posts, attempt, others, otherwise);
        };
    }

    private static Reconciliation oldest(
            List<Json> newestFirst, Attempt attempt, Set<String> others, Reconciliation otherwise) {
        return newestFirst.reversed().stream()
                .filter(post ->
                        SandboxText.fingerprint(post.at("text").textOr("")).equals(attempt.fingerprint()))
                .filter(post -> !others.contains(post.at("id").textOr("")))
                .findFirst()
                .<Reconciliation>map(
                        post -> new Reconciliation.Found(post.at("id").textOr(""), SandboxPublishes.url(post)))
                .orElse(otherwise);
    }

    private Read since(Connection connection, Instant from) {
        var posts = new ArrayList<Json>();
        var cursor = "";
        for (var page = 0; page < MOST_PAGES; page++) {
            var reply = cursor.isEmpty()
                    ? calls.get(connection, "/posts", "limit", Integer.toString(PAGE))
                    : calls.get(connection, "/posts", "limit", Integer.toString(PAGE), "cursor", cursor);
            if (reply instanceof Reply.Trouble trouble) {
                return new Read.Unread(undecided(trouble));
            }
            if (!(reply instanceof Reply.Ok(var body, var _)) || !(body.at("posts") instanceof Json.Arr(var there))) {
                return new Read.Unread(new Reconciliation.Undecided("the server's answer cannot be read"));
            }
            var recent =
                    there.stream().filter(post -> !madeAt(post).isBefore(from)).toList();
            posts.addAll(recent);
            cursor = body.at("cursor").textOr("");
            if (cursor.isEmpty() || recent.size() < there.size()) {
                return new Read.Posts(posts);
            }
        }
        return new Read.Unread(new Reconciliation.Undecided("too many posts since the attempt"));
    }

    private static Instant madeAt(Json post) {
        return post.at("created_at").text().map(Times::parse).orElse(Instant.MAX);
    }

    private Reconciliation comment(Connection connection, Attempt attempt, Set<String> others) {
        var post = Urls.encode(attempt.trace().substring(1));
        return switch (calls.get(connection, "/posts/" + post + "/comments")) {
            case Reply.Ok(var body, var _) ->
                body.at("comments") instanceof Json.Arr(var oldestFirst)
                        ? oldest(
                                oldestFirst.reversed(),
                                attempt,
                                others,
                                absent(attempt, "the account has no such comment under its post"))
                        : new Reconciliation.Undecided("the server's answer cannot be read");
            case Reply.Trouble trouble -> undecided(trouble);
        };
    }

    private static Reconciliation undecided(Reply.Trouble trouble) {
        return trouble instanceof Reply.Expired
                ? new Reconciliation.Expired()
                : new Reconciliation.Undecided(trouble.reason());
    }
}
