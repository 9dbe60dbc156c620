package dev.parvis.networks.mastodon;

import java.util.Set;

import dev.parvis.domain.channels.Connection;
import dev.parvis.domain.items.Item;
import dev.parvis.domain.moderation.Action;
import dev.parvis.domain.networks.Moderates;

/** Mastodon lets an account neither hide nor delete what others answer; what is found goes to the human queue. */
final class MastodonModerates implements Moderates {
    @Override
    public Set<Action> actions() {
        return Set.of();
    }

    @Override
    public Moderation act(Connection connection, Action action, Item item) {
        return new Moderation.NotPossible(
                "on Mastodon nobody can hide or delete others' posts but their servers' moderators");
    }
}
