package dev.parvis.networks.sandbox;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.items.ItemKind;
import dev.parvis.domain.networks.Limits;
import dev.parvis.domain.networks.Publishes;
import dev.parvis.domain.posts.Attempt;
import dev.parvis.domain.posts.Content;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.text.Graphemes;
import dev.parvis.networks.http.Quiet;
import dev.parvis.networks.http.Reply;
import dev.parvis.networks.http.Urls;

/** Publishes under a key of our own: the network makes one post of it, however often it is sent. */
final class SandboxPublishes implements Publishes {
    private static final Duration AGAIN_SOON = Duration.ofSeconds(5);

    private final SandboxCalls calls;
    private final InstantSource clock;
    private final Quiet quiet;
    private final SandboxPreparation preparation;

    SandboxPublishes(SandboxCalls calls, InstantSource clock, Quiet quiet) {
        this.calls = calls;
        this.clock = clock;
        this.quiet = quiet;
        this.preparation = new SandboxPreparation(calls, this, clock);
    }

    @Override
    public Safety safety() {
        return Safety.CLIENT_KEY;
    }

    @Override
    public Duration sendTimeout() {
        return SandboxCalls.WRITE;
    }

    @Override
    public Duration quietTime() {
        return quiet.time();
    }

    @Override
    public Limits limits(Connection connection) {
        return switch (calls.get(connection, "/limits")) {
            case Reply.Ok(var told, var _) -> SandboxText.limits(told);
            case Reply.Trouble _ -> SandboxText.LIMITS;
        };
    }

    @Override
    public Set<ItemKind> answerable() {
        return Set.of(ItemKind.COMMENT, ItemKind.MENTION);
    }

    @Override
    public int length(Content content, Limits limits) {
        return Graphemes.count(SandboxText.of(content));
    }

    @Override
    public String text(Content content) {
        return SandboxText.of(content);
    }

    @Override
    public List<Violation> check(Content content, Limits limits) {
        return SandboxText.check(content, limits);
    }

    @Override
    public Preparation prepare(Connection connection, Piece piece, MediaReader media) {
        return preparation.prepare(connection, piece, media);
    }

    @Override
    public Sending send(Connection connection, String payload, Attempt attempt) {
        return switch (calls.post(connection, "/posts", Json.parse(payload))) {
            case Reply.Ok(var post, var answer) ->
                post.at("id")
                        .text()
                        .<Sending>map(id -> new Sending.Published(id, url(post), answer.firstByteSentAt()))
                        .orElseGet(() -> new Sending.Uncertain("the server's answer cannot be read"));
            case Reply.Expired _ -> new Sending.Expired();
            case Reply.Throttled(var wait, var reason) -> new Sending.NotTaken(reason, wait);
            case Reply.Unsent(var reason) -> new Sending.NotTaken(reason, AGAIN_SOON);
            case Reply.Doubtful(var reason) -> new Sending.Uncertain(reason);
            case Reply.Refused refused -> refused(refused);
        };
    }

    private static Sending refused(Reply.Refused refused) {
        return switch (refused.code()) {
            // A post stands at our key: an earlier try of ours, as reading it will tell.
            case "key_taken" -> new Sending.Uncertain("a post has this post's key already");
            // Preparing again uploads it again.
            case "media_unknown" -> new Sending.NotTaken(refused.reason(), AGAIN_SOON);
            default -> new Sending.Refused(refused.code(), refused.reason());
        };
    }

    /** The key is of one revision of one target: what stands at it is ours, whatever it says. */
    @Override
    public Reconciliation reconcile(Connection connection, Attempt attempt, Set<String> others) {
        var key = SandboxPreparation.wireKey(attempt.key());
        return switch (calls.get(connection, "/posts", "key", key)) {
            case Reply.Ok(var body, var _) -> found(body, key, attempt);
            case Reply.Expired _ -> new Reconciliation.Expired();
            case Reply.Trouble trouble -> new Reconciliation.Undecided(trouble.reason());
        };
    }

    private Reconciliation found(Json body, String key, Attempt attempt) {
        if (!(body.at("posts") instanceof Json.Arr(var posts))) {
            return new Reconciliation.Undecided("the server's answer cannot be read");
        }
        if (posts.isEmpty()) {
            return quiet.isOver(attempt, clock.instant())
                    ? new Reconciliation.Absent("the account has no post of the key " + key)
                    : new Reconciliation.Undecided("it is not there yet, and the quiet time is not over");
        }
        var post = posts.getFirst();
        return post.at("id")
                .text()
                .filter(_ -> post.at("key").textOr("").equals(key))
                .<Reconciliation>map(id -> new Reconciliation.Found(id, url(post)))
                .orElseGet(() -> new Reconciliation.Undecided("the server's answer cannot be read"));
    }

    @Override
    public Optional<String> nativeId(Channel channel, URI address) {
        return idAt(channel, address);
    }

    static Optional<String> idAt(Channel channel, URI address) {
        var at = channel.server() + "/" + Urls.encode(channel.account()) + "/";
        var id = address.toString().startsWith(at) ? address.toString().substring(at.length()) : "";
        return Optional.of(id).filter(text -> text.matches("[A-Za-z0-9_-]{1,64}"));
    }

    @Override
    public Removal delete(Connection connection, String nativeId) {
        return removal(calls.delete(connection, "/posts/" + Urls.encode(nativeId)));
    }

    static Removal removal(Reply reply) {
        return switch (reply) {
            case Reply.Ok _ -> new Removal.Removed();
            case Reply.Expired _ -> new Removal.Expired();
            case Reply.Refused(var status, var _, var reason) ->
                status == 404 ? new Removal.Removed() : new Removal.Refused(reason);
            case Reply.Trouble trouble -> new Removal.Later(trouble.reason());
        };
    }

    static String url(Json post) {
        return post.at("url").text().filter(Urls::isLink).orElse("");
    }
}
