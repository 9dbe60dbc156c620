package dev.parvis.networks.mastodon;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.parvis.domain.cards.CardAt;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.items.ItemKind;
import dev.parvis.domain.networks.ImageSize;
import dev.parvis.domain.networks.Limits;
import dev.parvis.domain.networks.Publishes;
import dev.parvis.domain.posts.Attempt;
import dev.parvis.domain.posts.Content;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Sleeper;
import dev.parvis.networks.http.Handles;
import dev.parvis.networks.http.Quiet;
import dev.parvis.networks.http.Reply;
import dev.parvis.networks.http.Urls;

/** Publishes once, with our key for the servers that honour it, and looks for the post where they might not. */
final class MastodonPublishes implements Publishes {
    private static final Duration AGAIN_SOON = Duration.ofSeconds(5);

    private final Rest rest;
    private final Instances instances;
    private final InstantSource clock;
    private final Quiet quiet;
    private final MastodonPreparation preparation;
    private final OwnStatuses own;

    MastodonPublishes(Rest rest, Instances instances, InstantSource clock, Sleeper sleeper, Quiet quiet) {
        this.rest = rest;
        this.instances = instances;
        this.clock = clock;
        this.quiet = quiet;
        this.preparation = new MastodonPreparation(rest, instances, this, clock, sleeper);
        this.own = new OwnStatuses(rest);
    }

    @Override
    public Safety safety() {
        return Safety.RECONCILE;
    }

    @Override
    public Duration sendTimeout() {
        return Rest.WRITE;
    }

    @Override
    public Duration quietTime() {
        return quiet.time();
    }

    @Override
    public Limits limits(Connection connection) {
        return instances.of(connection.channel().server()).limits();
    }

    @Override
    public ImageSize imageSize(Connection connection) {
        return ImageSize.of(limits(connection), Uploads.LONGEST_SIDE);
    }

    @Override
    public Set<ItemKind> answerable() {
        return Set.of(ItemKind.POST, ItemKind.REPLY, ItemKind.QUOTE, ItemKind.MENTION, ItemKind.MESSAGE);
    }

    @Override
    public int length(Content content, Limits limits) {
        return StatusText.length(StatusText.of(content), limits.urlLength());
    }

    @Override
    public String text(Content content) {
        return StatusText.of(content);
    }

    /** Of the first address in the text, unless media stand there (its FetchLinkCardService). */
    @Override
    public Optional<CardAt> card(Content part) {
        if (!part.images().isEmpty() || part.video().isPresent()) {
            return Optional.empty();
        }
        var text = StatusText.of(part);
        return CountedUrls.in(text).stream()
                .findFirst()
                .map(url -> new CardAt(text.substring(url.start(), url.end()), CardAt.Maker.NETWORK));
    }

    @Override
    public List<Violation> check(Content content, Limits limits) {
        return StatusText.check(content, limits);
    }

    @Override
    public List<Violation> hints(Content content) {
        return Handles.ofDomains(content.text(), "Mastodon");
    }

    @Override
    public Preparation prepare(Connection connection, Piece piece, MediaReader media) {
        return preparation.prepare(connection, piece, media);
    }

    @Override
    public Sending send(Connection connection, String payload, Attempt attempt) {
        return switch (rest.post(connection, "/api/v1/statuses", Json.parse(payload), attempt.key())) {
            case Reply.Ok(var status, var answer) ->
                status.at("id")
                        .text()
                        .filter(id -> !id.isEmpty())
                        .<Sending>map(
                                id -> new Sending.Published(id, OwnStatuses.url(status), answer.firstByteSentAt()))
                        .orElseGet(() -> new Sending.Uncertain("the server's answer cannot be read"));
            case Reply.Expired _ -> new Sending.Expired();
            case Reply.Throttled(var pause, var reason) -> new Sending.NotTaken(reason, pause);
            case Reply.Unsent(var reason) -> new Sending.NotTaken(reason, AGAIN_SOON);
            case Reply.Doubtful(var reason) -> new Sending.Uncertain(reason);
            case Reply.Refused(var status, var code, var reason) ->
                status == 422 && reason.contains("not finished processing")
                        ? new Sending.NotTaken(reason, AGAIN_SOON)
                        : new Sending.Refused(code, reason);
        };
    }

    @Override
    public Reconciliation reconcile(Connection connection, Attempt attempt, Set<String> others) {
        return switch (own.look(connection, attempt, others)) {
            case OwnStatuses.Look.Found(var status) ->
                new Reconciliation.Found(status.at("id").textOr(""), OwnStatuses.url(status));
            case OwnStatuses.Look.Absent(var read) ->
                quiet.isOver(attempt, clock.instant())
                        ? new Reconciliation.Absent("all " + read + " statuses since the attempt were read")
                        : new Reconciliation.Undecided("it is not there yet, and the quiet time is not over");
            case OwnStatuses.Look.Incomplete(var reason) -> new Reconciliation.Undecided(reason);
            case OwnStatuses.Look.Expired() -> new Reconciliation.Expired();
        };
    }

    @Override
    public Optional<String> nativeId(Channel channel, URI address) {
        return StatusAddress.idOf(channel, address);
    }

    @Override
    public Removal delete(Connection connection, String nativeId) {
        return switch (rest.delete(connection, "/api/v1/statuses/" + Urls.encode(nativeId))) {
            case Reply.Ok _ -> new Removal.Removed();
            case Reply.Expired _ -> new Removal.Expired();
            case Reply.Refused(var status, var _, var reason) ->
                status == 404 || status == 410 ? new Removal.Removed() : new Removal.Refused(reason);
            case Reply.Trouble trouble -> new Removal.Later(trouble.reason());
        };
    }
}
