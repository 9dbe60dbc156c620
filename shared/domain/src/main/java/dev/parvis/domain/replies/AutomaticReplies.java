package dev.parvis.domain.replies;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.parvis.domain.agenda.Agenda;
import dev.parvis.domain.agenda.Claim;
import dev.parvis.domain.agenda.Written;
import dev.parvis.domain.answers.Answers;
import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.channels.Connections;
import dev.parvis.domain.channels.Opened;
import dev.parvis.domain.items.Interaction;
import dev.parvis.domain.moderation.Rule;
import dev.parvis.domain.networks.Accepts;
import dev.parvis.domain.networks.Checks;
import dev.parvis.domain.networks.Network;
import dev.parvis.domain.networks.Networks;
import dev.parvis.domain.networks.Publishes.Violation;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Post;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Posts;
import dev.parvis.domain.replies.Regular.Turn;
import dev.parvis.domain.stored.Change;

/**
 * Makes what a rule replies. May be repeated from any line: the turn, the word in the interaction and the post are each
 * written once, in this order.
 */
public final class AutomaticReplies {
    private final Stores stores;
    private final Answers answers;
    private final Connections connections;
    private final Networks networks;
    private final Guard guard;
    private final InstantSource clock;

    /** What is read and written. */
    public record Stores(Agenda agenda, Brands brands, Channels channels, Posts posts, Regulars regulars, Pace pace) {}

    /** What became of it. */
    public sealed interface Replied {
        /**
         * The post is there, and goes out as every post does.
         *
         * @param interaction as it is kept now: answered by it, and not yet written off the agenda
         */
        record Made(Interaction interaction, Post post) implements Replied {}

        /** Neither now nor later: the reason is for a person. */
        record NotPossible(String reason) implements Replied {}

        /** Somebody has written the interaction meanwhile: nothing is said. */
        record Overtaken() implements Replied {}
    }

    public AutomaticReplies(
            Stores stores, Answers answers, Connections connections, Networks networks, InstantSource clock) {
        this.stores = stores;
        this.answers = answers;
        this.connections = connections;
        this.networks = networks;
        this.guard = new Guard(stores);
        this.clock = clock;
    }

    public Replied reply(Claim<Interaction> claim, Rule rule) {
        var interaction = claim.work();
        var brand = stores.brands().find(interaction.workspace(), interaction.brand());
        if (brand.isEmpty()) {
            return new Replied.NotPossible("the brand was removed");
        }
        return switch (connections.open(interaction.workspace(), interaction.channel())) {
            case Opened.Ready ready -> reply(claim, rule, brand.get(), ready.connection());
            case Opened.Disconnected(var reason) -> new Replied.NotPossible("the channel is disconnected: " + reason);
            case Opened.Missing _ -> new Replied.NotPossible("the channel was removed");
        };
    }

    private Replied reply(Claim<Interaction> claim, Rule rule, Brand brand, Connection connection) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var interaction = claim.work();
        var planned = planned(interaction, rule, brand, connection.channel());
        var refusal = guard.refusal(interaction, now)
                .or(() -> unfit(interaction, planned.post().content(), connection));
        if (refusal.isPresent()) {
            return new Replied.NotPossible(refusal.get());
        }
        var id = planned.post().id();
        var taken = guard.taken(interaction, turn(interaction, id, now));
        if (taken.isPresent()) {
            return new Replied.NotPossible(taken.get());
        }
        var answered = interaction.answering(id.value(), now, rule.name());
        if (stores.agenda().progress(claim, interaction.having(answered.answers())) == Written.FENCED_OFF) {
            return new Replied.Overtaken();
        }
        return switch (answers.keep(planned)) {
            case Change.Done<PostWithTargets>(var done) -> new Replied.Made(answered, done.post());
            case Change.Conflict<PostWithTargets>(var there) -> new Replied.Made(answered, there.post());
            case Change.Refused<PostWithTargets>(var reason) -> new Replied.NotPossible(reason);
            case Change.Missing<PostWithTargets> _ -> new Replied.NotPossible("the brand was removed");
        };
    }

    private PostWithTargets planned(Interaction interaction, Rule rule, Brand brand, Channel channel) {
        var text = rule.reply().orElseThrow().to(interaction.item().author());
        return answers.planned(new Answers.Order(
                Answers.automatic(interaction),
                interaction,
                brand,
                channel,
                new Content(text, Optional.empty(), List.of(), ""),
                Optional.empty(),
                Answers.by(rule.id())));
    }

    private static Turn turn(Interaction interaction, PostId post, Instant now) {
        var item = interaction.item();
        var thread = Hashes.of(
                item.key().network().value(),
                item.parent().or(item::local).orElse(item.key().nativeId()));
        return new Turn(interaction.id(), thread, post, now);
    }

    /** What the network would say to it; the server tells its limits. */
    private Optional<String> unfit(Interaction interaction, Content content, Connection connection) {
        var network = connection.channel().network();
        var accepts = networks.find(network).flatMap(Network::way).map(Network.Way::accepts);
        var kind = interaction.item().kind();
        if (accepts.isEmpty() || !accepts.get().answerable().contains(kind)) {
            return Optional.of(
                    network + " does not let us answer a " + kind.name().toLowerCase(Locale.ROOT));
        }
        return violation(accepts.get(), content.on(network), connection).map(Violation::detail);
    }

    private static Optional<Violation> violation(Accepts accepts, Content said, Connection connection) {
        return Checks.of(accepts, said, accepts.limits(connection)).stream().findFirst();
    }
}
