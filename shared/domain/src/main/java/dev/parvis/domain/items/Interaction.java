package dev.parvis.domain.items;

import dev.parvis.domain.agenda.Work;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * An item addressed to one of our channels. {@code reason} says why it stands where it stands: the rule's name or a
 * person's word; empty while new.
 */
public record Interaction(Item item, BrandId brand, ChannelId channel, Handling handling, String reason, long version)
        implements Work {
    @Override
    public WorkspaceId workspace() {
        return item.key().workspace();
    }

    /** The interaction's id in its workspace. */
    @Override
    public String id() {
        return item.key().digest();
    }

    public Interaction handled(Handling now, String why) {
        return new Interaction(item, brand, channel, now, why, version + 1);
    }
}
