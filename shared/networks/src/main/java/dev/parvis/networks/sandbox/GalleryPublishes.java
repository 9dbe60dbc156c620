package dev.parvis.networks.sandbox;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.networks.ImageSize;
import dev.parvis.domain.networks.Limits;
import dev.parvis.domain.networks.Publishes;
import dev.parvis.domain.posts.Attempt;
import dev.parvis.domain.posts.Content;
import dev.parvis.kernel.json.Json;
import dev.parvis.networks.http.Quiet;
import dev.parvis.networks.http.Reply;
import dev.parvis.networks.http.Urls;

/**
 * Publishes in two phases: a container is made ahead, and at its instant it is published, which the network does once
 * whatever it is asked. The container's number stands in the attempt, and its state tells later whether it went out.
 */
final class GalleryPublishes implements Publishes {
    private static final int LONGEST_SIDE = 1440;
    private static final Duration QUOTA_AGAIN = Duration.ofMinutes(1);

    private final SandboxCalls calls;
    private final Quiet quiet;
    private final GalleryPreparation preparation;
    private final GalleryLook look;

    GalleryPublishes(SandboxCalls calls, InstantSource clock, Quiet quiet) {
        this.calls = calls;
        this.quiet = quiet;
        this.preparation = new GalleryPreparation(calls, this, clock);
        this.look = new GalleryLook(calls, quiet, clock);
    }

    @Override
    public Safety safety() {
        return Safety.TWO_PHASES;
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
        return GalleryText.LIMITS;
    }

    @Override
    public ImageSize imageSize(Connection connection) {
        return ImageSize.of(GalleryText.LIMITS, LONGEST_SIDE);
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
        return GalleryText.check(content, limits);
    }

    @Override
    public Preparation prepare(Connection connection, Piece piece, MediaReader media) {
        return preparation.prepare(connection, piece, media);
    }

    @Override
    public Sending send(Connection connection, String payload, Attempt attempt) {
        var order = Json.parse(payload);
        var post = order.at("post").text();
        var reply = post.isPresent()
                ? calls.post(
                        connection,
                        "/posts/" + Urls.encode(post.get()) + "/comments",
                        Json.obj("text", order.at("text").textOr("")))
                : calls.post(connection, "/publish", order);
        return switch (reply) {
            case Reply.Ok(var made, var answer) ->
                made.at("id")
                        .text()
                        .<Sending>map(
                                id -> new Sending.Published(id, SandboxPublishes.url(made), answer.firstByteSentAt()))
                        .orElseGet(() -> new Sending.Uncertain("the server's answer cannot be read"));
            case Reply.Expired _ -> new Sending.Expired();
            case Reply.Throttled(var wait, var reason) -> new Sending.NotTaken(reason, wait);
            case Reply.Unsent(var reason) -> new Sending.NotTaken(reason, GalleryPreparation.AGAIN_SOON);
            case Reply.Doubtful(var reason) -> new Sending.Uncertain(reason);
            case Reply.Refused refused -> refused(refused);
        };
    }

    /** What is prepared anew is nothing that a person must decide on. */
    private static Sending refused(Reply.Refused refused) {
        return switch (refused.code()) {
            // An earlier try of ours: the container's state tells, and one's own posts as what.
            case "already_published" -> new Sending.Uncertain("its container is published already");
            case "not_ready", "container_failed", "container_expired", "container_unknown" ->
                new Sending.NotTaken(refused.reason(), GalleryPreparation.AGAIN_SOON);
            case "quota_reached" -> new Sending.NotTaken(refused.reason(), QUOTA_AGAIN);
            default -> new Sending.Refused(refused.code(), refused.reason());
        };
    }

    @Override
    public Reconciliation reconcile(Connection connection, Attempt attempt, Set<String> others) {
        return look.reconcile(connection, attempt, others);
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
