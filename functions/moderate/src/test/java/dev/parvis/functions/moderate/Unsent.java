package dev.parvis.functions.moderate;

import java.net.URI;
import java.time.Duration;
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

/** What a network takes, as moderation asks it: nothing is sent from here. */
interface Unsent extends Publishes {
    int LONGEST = 40;

    @Override
    default Set<ItemKind> answerable() {
        return Set.of(ItemKind.REPLY, ItemKind.COMMENT);
    }

    @Override
    default Limits limits(Connection connection) {
        return new Limits(LONGEST, Limits.Counting.GRAPHEMES, 0, 0, 4, 2_000_000, 50_000_000, 1000, Set.of());
    }

    @Override
    default int length(Content content, Limits limits) {
        return content.text().length();
    }

    @Override
    default List<Violation> check(Content content, Limits limits) {
        return content.text().length() > LONGEST
                ? List.of(new Violation("/text", "text_too_long", "it takes " + LONGEST + " characters"))
                : List.of();
    }

    @Override
    default Safety safety() {
        return Safety.CLIENT_KEY;
    }

    @Override
    default Duration sendTimeout() {
        return Duration.ofSeconds(10);
    }

    @Override
    default Duration quietTime() {
        return Duration.ofSeconds(120);
    }

    @Override
    default Preparation prepare(Connection connection, Piece piece, MediaReader media) {
        throw new AssertionError("moderation prepares nothing");
    }

    @Override
    default Sending send(Connection connection, String payload, Attempt attempt) {
        throw new AssertionError("moderation sends nothing");
    }

    @Override
    default Reconciliation reconcile(Connection connection, Attempt attempt, Set<String> others) {
        throw new AssertionError("moderation reconciles nothing");
    }

    @Override
    default Optional<String> nativeId(Channel channel, URI address) {
        return Optional.empty();
    }

    @Override
    default Removal delete(Connection connection, String nativeId) {
        throw new AssertionError("moderation deletes nothing that we published");
    }
}
