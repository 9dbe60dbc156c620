package dev.parvis.domain.posts;

import dev.parvis.domain.items.Interaction;
import dev.parvis.domain.items.ItemKind;

/**
 * What an answer answers: an item that somebody else wrote on the network.
 *
 * @param interaction its id in the workspace
 * @param nativeId what the channel's own server knows it by
 * @param url where people see it; may be empty, and is not trusted
 * @param handle of who wrote it, as the channel's server calls them; may be empty
 */
public record Answered(String interaction, ItemKind kind, String nativeId, String url, String handle) {
    /** What answers this interaction answers. */
    public static Answered to(Interaction interaction) {
        var item = interaction.item();
        return new Answered(
                interaction.id(),
                item.kind(),
                item.local().orElse(item.key().nativeId()),
                item.url(),
                item.author().handle());
    }
}
