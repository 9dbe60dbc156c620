package dev.parvis.functions.api;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.parvis.domain.cards.CardAt;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.channels.Credential;
import dev.parvis.domain.items.Item;
import dev.parvis.domain.items.ItemKind;
import dev.parvis.domain.moderation.Action;
import dev.parvis.domain.networks.Connects;
import dev.parvis.domain.networks.Limits;
import dev.parvis.domain.networks.Listens;
import dev.parvis.domain.networks.Moderates;
import dev.parvis.domain.networks.Network;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.networks.Publishes;
import dev.parvis.domain.networks.Terms;
import dev.parvis.domain.posts.Attempt;
import dev.parvis.domain.posts.Content;

/** A network that takes every account but those named {@code wrong} and {@code down}, and moderates as it is told. */
final class ObligingNetwork implements Network, Connects, Moderates, Publishes {
    private final NetworkId id;
    private final int textLength;
    final List<Action> done = new ArrayList<>();
    Moderation next = new Moderation.Done("done");
    boolean expired;
    boolean limitsFail;
    boolean hears;
    /** Who makes the card of a part with a link; none is made where this is empty. */
    Optional<CardAt.Maker> cards = Optional.empty();

    Terms terms = Terms.NONE;
    Set<String> imageTypes = Set.of("image/jpeg");
    /** Happens once, while an account is being asked for. */
    Runnable meanwhile = () -> {};

    ObligingNetwork(String id, int textLength) {
        this.id = new NetworkId(id);
        this.textLength = textLength;
    }

    @Override
    public NetworkId id() {
        return id;
    }

    @Override
    public String title() {
        return "Obliging " + id;
    }

    @Override
    public Optional<Connects> connects() {
        return Optional.of(this);
    }

    @Override
    public Optional<Listens> listens() {
        return hears
                ? Optional.of((connection, cursor, most, patience) -> new Listens.Hearing.Nothing())
                : Optional.empty();
    }

    @Override
    public Optional<Moderates> moderates() {
        return Optional.of(this);
    }

    @Override
    public List<Violation> hints(Content content) {
        return content.text().contains("@mairie@piaille.fr")
                ? List.of(new Violation("/text", "foreign_handle", "@mairie@piaille.fr is plain text here."))
                : List.of();
    }

    @Override
    public Optional<Publishes> publishes() {
        return textLength == 0 ? Optional.empty() : Optional.of(this);
    }

    @Override
    public List<Field> fields() {
        return List.of(
                new Field("server", false, true), new Field("account", false, true), new Field("secret", true, false));
    }

    @Override
    public Connecting connect(Map<String, String> answers) {
        var now = meanwhile;
        meanwhile = () -> {};
        now.run();
        var account = answers.getOrDefault("account", "");
        return switch (account) {
            case "wrong" -> new Connecting.Refused("account", "no such account");
            case "down" -> new Connecting.Unreachable("it does not answer");
            default ->
                new Connecting.Connected(
                        URI.create(answers.getOrDefault("server", "")),
                        account,
                        account,
                        new Credential(Map.of("token", "s3cr3t-of-" + account)),
                        Instant.MAX);
        };
    }

    @Override
    public Renewal refresh(Connection connection) {
        expired = false;
        return new Renewal.Renewed(new Credential(Map.of("token", "fresh")), Instant.MAX);
    }

    /** Not even an obliging network deletes what others wrote. */
    @Override
    public Set<Action> actions() {
        return Set.of(Action.HIDE);
    }

    @Override
    public Moderation act(Connection connection, Action action, Item item) {
        if (expired) {
            return new Moderation.Expired();
        }
        if (next instanceof Moderation.Done) {
            done.add(action);
        }
        return next;
    }

    @Override
    public Set<ItemKind> answerable() {
        return Set.of(ItemKind.REPLY, ItemKind.COMMENT, ItemKind.MENTION);
    }

    @Override
    public Safety safety() {
        return Safety.CLIENT_KEY;
    }

    @Override
    public Duration sendTimeout() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Duration quietTime() {
        return Duration.ofSeconds(120);
    }

    @Override
    public Limits limits(Connection connection) {
        if (limitsFail) {
            throw new IllegalStateException("secret cause");
        }
        var plain = new Limits(textLength, Limits.Counting.GRAPHEMES, 0, 0, 4, 2_000_000, 50_000_000, 1000, imageTypes);
        return textLength < 100
                ? plain.with(terms)
                : plain.withParts(24, true)
                        .with(new Limits.Polls(4, 25, Duration.ofMinutes(5), Duration.ofDays(7), false))
                        .with(new Limits.Videos(40_000_000, Duration.ofSeconds(60), Set.of("video/mp4")))
                        .with(terms);
    }

    @Override
    public Optional<CardAt> card(Content part) {
        return cards.flatMap(maker -> part.link().map(link -> new CardAt(link.url(), maker)));
    }

    @Override
    public int length(Content content, Limits limits) {
        return content.text().length();
    }

    @Override
    public List<Violation> check(Content content, Limits limits) {
        return content.text().length() > limits.textLength()
                ? List.of(new Violation("/text", "text_too_long", "it takes " + limits.textLength()))
                : List.of();
    }

    @Override
    public Preparation prepare(Connection connection, Piece piece, MediaReader media) {
        throw new AssertionError("the API prepares nothing");
    }

    @Override
    public Sending send(Connection connection, String payload, Attempt attempt) {
        throw new AssertionError("the API sends nothing");
    }

    @Override
    public Reconciliation reconcile(Connection connection, Attempt attempt, Set<String> others) {
        throw new AssertionError("the API reconciles nothing");
    }

    @Override
    public Optional<String> nativeId(Channel channel, URI address) {
        var own = Desk.SERVER + "/" + channel.account() + "/";
        return Optional.of(address.toString())
                .filter(text -> text.startsWith(own))
                .map(text -> text.substring(text.lastIndexOf('/') + 1));
    }

    @Override
    public Removal delete(Connection connection, String nativeId) {
        throw new AssertionError("the API deletes nothing on networks");
    }
}
