package dev.parvis.networks.bluesky;

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
import dev.parvis.kernel.ids.Tids;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.text.Graphemes;
import dev.parvis.kernel.time.Times;
import dev.parvis.networks.http.Handles;
import dev.parvis.networks.http.Quiet;
import dev.parvis.networks.http.Reply;

/** Publishes by {@code putRecord} at a key of our own: repeating it cannot post twice. */
final class BlueskyPublishes implements Publishes {
    private static final Duration AGAIN_SOON = Duration.ofSeconds(5);

    private final Xrpc xrpc;
    private final InstantSource clock;
    private final Quiet quiet;
    private final Servers servers;
    private final BlueskyPreparation preparation;

    BlueskyPublishes(Xrpc xrpc, InstantSource clock, Quiet quiet) {
        this.xrpc = xrpc;
        this.clock = clock;
        this.quiet = quiet;
        this.servers = new Servers(xrpc, clock);
        this.preparation = new BlueskyPreparation(xrpc, this, clock);
    }

    @Override
    public Safety safety() {
        return Safety.CLIENT_KEY;
    }

    @Override
    public Duration sendTimeout() {
        return Xrpc.WRITE;
    }

    @Override
    public Duration quietTime() {
        return quiet.time();
    }

    @Override
    public Limits limits(Connection connection) {
        return servers.limits(Session.pds(connection));
    }

    @Override
    public ImageSize imageSize(Connection connection) {
        return BlueskyPreparation.SIZE;
    }

    /** A chat is another protocol, which an app password opens only when it was made for it. */
    @Override
    public Set<ItemKind> answerable() {
        return Set.of(ItemKind.POST, ItemKind.REPLY, ItemKind.QUOTE, ItemKind.MENTION);
    }

    @Override
    public int length(Content content, Limits limits) {
        return Graphemes.count(PostText.of(content));
    }

    @Override
    public String text(Content content) {
        return PostText.of(content);
    }

    /** Images or a video leave no room for one. */
    @Override
    public Optional<CardAt> card(Content part) {
        return PostText.hasRoomForCard(part)
                ? part.link().map(link -> new CardAt(link.url(), CardAt.Maker.PARVIS))
                : Optional.empty();
    }

    @Override
    public List<Violation> check(Content content, Limits limits) {
        return PostText.check(content, limits);
    }

    @Override
    public List<Violation> hints(Content content) {
        return Handles.ofServers(content.text(), "Bluesky");
    }

    @Override
    public Preparation prepare(Connection connection, Piece piece, MediaReader media) {
        return preparation.prepare(connection, piece, media);
    }

    @Override
    public Sending send(Connection connection, String payload, Attempt attempt) {
        var prepared = Json.parse(payload);
        var at = AtUri.post(
                connection.channel().account(), prepared.at("rkey").text().orElseThrow());
        return switch (xrpc.procedure(connection, "com.atproto.repo.putRecord", order(at, prepared.at("record")))) {
            case Reply.Ok(var body, var answer) ->
                body.at("uri").text().filter(at.toString()::equals).isPresent()
                        ? new Sending.Published(at.toString(), at.web(), answer.firstByteSentAt())
                        : new Sending.Uncertain("the server's answer cannot be read");
            case Reply.Expired _ -> new Sending.Expired();
            case Reply.Throttled(var wait, var reason) -> new Sending.NotTaken(reason, wait);
            case Reply.Unsent(var reason) -> new Sending.NotTaken(reason, AGAIN_SOON);
            case Reply.Doubtful(var reason) -> new Sending.Uncertain(reason);
            case Reply.Refused refused -> refused(refused, attempt);
        };
    }

    private static Json.Obj order(AtUri at, Json record) {
        return Json.obj(
                "repo", at.did(),
                "collection", at.collection(),
                "rkey", at.rkey(),
                "record", record,
                "swapRecord", Json.nil());
    }

    private Sending refused(Reply.Refused refused, Attempt attempt) {
        return switch (refused.code()) {
            // A record stands at our key: an earlier try of ours, as reading it will tell.
            case "InvalidSwap" -> new Sending.Uncertain("a record is at this post's key already");
            // Uploads that no record names are collected: preparing again uploads them again.
            case "BlobNotFound" -> {
                preparation.forget(attempt.key());
                yield new Sending.NotTaken(refused.reason(), AGAIN_SOON);
            }
            default -> new Sending.Refused(refused.code(), refused.reason());
        };
    }

    @Override
    public Reconciliation reconcile(Connection connection, Attempt attempt, Set<String> others) {
        var rkey = Tids.isTid(attempt.trace()) ? attempt.trace() : RecordKeys.of(attempt.key(), attempt.createdAt());
        var at = AtUri.post(connection.channel().account(), rkey);
        return switch (xrpc.record(connection, at)) {
            case Reply.Ok(var body, var _) -> found(at, body.at("value"), attempt);
            case Reply.Expired _ -> new Reconciliation.Expired();
            case Reply.Refused refused when refused.code().equals("RecordNotFound") -> absent(at, attempt);
            case Reply.Trouble trouble -> new Reconciliation.Undecided(trouble.reason());
        };
    }

    private static Reconciliation found(AtUri at, Json record, Attempt attempt) {
        var same = record.at("createdAt").textOr("").equals(Times.format(attempt.createdAt()))
                || PostText.fingerprint(record.at("text").textOr("")).equals(attempt.fingerprint());
        return same
                ? new Reconciliation.Found(at.toString(), at.web())
                : new Reconciliation.Undecided("another record is at this post's key");
    }

    private Reconciliation absent(AtUri at, Attempt attempt) {
        return quiet.isOver(attempt, clock.instant())
                ? new Reconciliation.Absent("the account's own server has no record " + at.rkey())
                : new Reconciliation.Undecided("it is not there yet, and the quiet time is not over");
    }

    @Override
    public Optional<String> nativeId(Channel channel, URI address) {
        return AtUri.seenAt(address, channel.account(), channel.handle()).map(AtUri::toString);
    }

    @Override
    public Removal delete(Connection connection, String nativeId) {
        var at = AtUri.parse(nativeId)
                .filter(uri -> uri.did().equals(connection.channel().account()));
        if (at.isEmpty()) {
            return new Removal.Refused("this is no post of the account");
        }
        var order = Json.obj(
                "repo", at.get().did(),
                "collection", at.get().collection(),
                "rkey", at.get().rkey());
        return switch (xrpc.procedure(connection, "com.atproto.repo.deleteRecord", order)) {
            case Reply.Ok _ -> new Removal.Removed();
            case Reply.Expired _ -> new Removal.Expired();
            case Reply.Refused(var _, var code, var reason) ->
                code.equals("RecordNotFound") ? new Removal.Removed() : new Removal.Refused(reason);
            case Reply.Trouble trouble -> new Removal.Later(trouble.reason());
        };
    }
}
