package dev.parvis.networks.sandbox;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.networks.Checks;
import dev.parvis.domain.networks.Limits;
import dev.parvis.domain.networks.Publishes;
import dev.parvis.domain.posts.Attempt;
import dev.parvis.domain.posts.Content;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Times;
import dev.parvis.networks.http.Quiet;
import dev.parvis.networks.http.Reply;
import dev.parvis.networks.http.Urls;

/**
 * Publishes without any key: what is there already is refused, and the refusal names it, as LinkedIn's does. So what is in
 * doubt is sent again, and either it had not gone out, or we learn what it is.
 */
final class EchoPublishes implements Publishes {
    private static final Limits LIMITS =
            new Limits(500, Limits.Counting.UTF16_UNITS, 0, 0, 0, 1, 1, 1, Set.of("image/jpeg"));
    private static final Pattern NAMED = Pattern.compile(".*duplicate of (p_[0-9]{1,18})\\b.*");
    private static final Duration AGAIN_SOON = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration NEEDED = Duration.ofMinutes(4);

    private final SandboxCalls calls;
    private final InstantSource clock;
    private final Quiet quiet;

    EchoPublishes(SandboxCalls calls, InstantSource clock, Quiet quiet) {
        this.calls = calls;
        this.clock = clock;
        this.quiet = quiet;
    }

    @Override
    public Safety safety() {
        return Safety.REFUSAL_NAMES_TWIN;
    }

    /** A refusal is looked into before the send ends. */
    @Override
    public Duration sendTimeout() {
        return SandboxCalls.WRITE.plus(LOOK);
    }

    @Override
    public Duration quietTime() {
        return quiet.time();
    }

    @Override
    public Limits limits(Connection connection) {
        return LIMITS;
    }

    @Override
    public int length(Content content, Limits limits) {
        return SandboxText.of(content).length();
    }

    @Override
    public String text(Content content) {
        return SandboxText.of(content);
    }

    @Override
    public List<Violation> check(Content content, Limits limits) {
        var found = new ArrayList<Violation>();
        var length = SandboxText.of(content).length();
        if (length == 0 || length > limits.textLength()) {
            found.add(new Violation(
                    "/text", "text_length", "A text has 1 to " + limits.textLength() + " characters here."));
        }
        if (!content.images().isEmpty()) {
            found.add(new Violation("/images", "too_many_images", "This network takes no images."));
        }
        return List.copyOf(found);
    }

    @Override
    public Preparation prepare(Connection connection, Piece piece, MediaReader media) {
        if (Pass.of(connection).diesWithin(NEEDED, clock.instant())) {
            return new Preparation.Expired();
        }
        var wrong = Checks.of(this, piece.content(), LIMITS);
        if (!wrong.isEmpty()) {
            return new Preparation.Impossible(
                    wrong.getFirst().code(), wrong.getFirst().detail());
        }
        var text = SandboxText.of(piece.content());
        return new Preparation.Ready(Json.obj("text", text).toString(), "", SandboxText.fingerprint(text), false);
    }

    @Override
    public Sending send(Connection connection, String payload, Attempt attempt) {
        return switch (calls.post(connection, "/posts", Json.parse(payload))) {
            case Reply.Ok(var made, var answer) ->
                made.at("id")
                        .text()
                        .<Sending>map(
                                id -> new Sending.Published(id, SandboxPublishes.url(made), answer.firstByteSentAt()))
                        .orElseGet(() -> new Sending.Uncertain("the server's answer cannot be read"));
            case Reply.Expired _ -> new Sending.Expired();
            case Reply.Throttled(var wait, var reason) -> new Sending.NotTaken(reason, wait);
            case Reply.Unsent(var reason) -> new Sending.NotTaken(reason, AGAIN_SOON);
            case Reply.Doubtful(var reason) -> new Sending.Uncertain(reason);
            case Reply.Refused(var _, var code, var reason) -> refused(connection, code, reason);
        };
    }

    private Sending refused(Connection connection, String code, String reason) {
        var named = NAMED.matcher(reason);
        return code.equals("duplicate") && named.matches()
                ? twin(connection, named.group(1))
                : new Sending.Refused(code, reason);
    }

    /** Whether it is ours, its time tells; what was deleted since nobody takes for his own. */
    private Sending twin(Connection connection, String id) {
        return switch (calls.get(connection, LOOK, "/posts/" + id)) {
            case Reply.Ok(var post, var _) ->
                post.at("created_at")
                        .text()
                        .<Sending>map(at -> new Sending.Twin(id, SandboxPublishes.url(post), Times.parse(at)))
                        .orElseGet(() -> new Sending.Uncertain("the server's answer cannot be read"));
            case Reply.Expired _ -> new Sending.Expired();
            case Reply.Trouble trouble -> new Sending.Uncertain(trouble.reason());
        };
    }

    @Override
    public Reconciliation reconcile(Connection connection, Attempt attempt, Set<String> others) {
        return new Reconciliation.SendAgain("sent again, it would be refused with the name of the first");
    }

    @Override
    public Optional<String> nativeId(Channel channel, URI address) {
        return SandboxPublishes.idAt(channel, address);
    }

    @Override
    public Removal delete(Connection connection, String nativeId) {
        return SandboxPublishes.removal(calls.delete(connection, "/posts/" + Urls.encode(nativeId)));
    }
}
