package dev.parvis.domain.networks;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.parvis.domain.cards.CardAt;
import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.items.ItemKind;
import dev.parvis.domain.networks.Publishes.Violation;
import dev.parvis.domain.posts.Content;

/** Says what a content may be, whoever or whatever puts it on the network. */
public interface Accepts {
    /** What this account's server accepts. Limits are read from the server where it tells them. */
    Limits limits(Connection connection);

    /** What others write here that an account can answer; nothing, where the network or a person posts no answers. */
    default Set<ItemKind> answerable() {
        return Set.of();
    }

    /** How long a part's text is as this network counts it, a link that is added to it included. */
    int length(Content content, Limits limits);

    /** A part's text as it goes out: where a network takes links in texts only, the link is in it. */
    default String text(Content content) {
        return content.text();
    }

    /** The card that goes out with a part, or that the network makes of it; empty where it shows none. */
    default Optional<CardAt> card(Content part) {
        return Optional.empty();
    }

    /** What is wrong with a part, by itself, under these limits; empty when it can be sent. {@link Checks} asks of all parts. */
    List<Violation> check(Content content, Limits limits);

    /**
     * What of a part is taken, and may be a mistake all the same: {@code foreign_handle}, somebody called as another network
     * calls them, which is plain text here.
     */
    default List<Violation> hints(Content content) {
        return List.of();
    }
}
