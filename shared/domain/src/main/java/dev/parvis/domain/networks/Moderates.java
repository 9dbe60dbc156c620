package dev.parvis.domain.networks;

import java.util.Set;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.items.Item;
import dev.parvis.domain.moderation.Action;

/** Acts on what others wrote, where the network has the means. Every action may be repeated. */
public interface Moderates {
    /** What this network lets an account do to others' items; a queue needs no network and is not among them. */
    Set<Action> actions();

    Moderation act(Connection connection, Action action, Item item);

    /** What became of an action. */
    sealed interface Moderation {
        record Done(String detail) implements Moderation {}

        /** This network, or this item, does not allow it. */
        record NotPossible(String reason) implements Moderation {}

        record Expired() implements Moderation {}

        record Later(String reason) implements Moderation {}
    }
}
