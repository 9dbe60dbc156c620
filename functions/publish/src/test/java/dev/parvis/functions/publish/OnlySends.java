package dev.parvis.functions.publish;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.networks.Limits;
import dev.parvis.domain.networks.Publishes;
import dev.parvis.domain.posts.Content;

/** Publishes what nobody checks, and never takes anything back: the engine asks for no more. */
interface OnlySends extends Publishes {
    @Override
    default Limits limits(Connection connection) {
        return new Limits(300, Limits.Counting.GRAPHEMES, 0, 0, 4, 1_000_000, 1_000_000, 1000, Set.of("image/png"));
    }

    @Override
    default int length(Content content, Limits limits) {
        return content.text().length();
    }

    @Override
    default List<Violation> check(Content content, Limits limits) {
        return List.of();
    }

    @Override
    default Optional<String> nativeId(Channel channel, URI address) {
        return Optional.empty();
    }

    @Override
    default Removal delete(Connection connection, String nativeId) {
        return new Removal.Refused("nothing is taken back here");
    }
}
