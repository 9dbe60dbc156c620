package dev.parvis.domain.series;

import java.util.List;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.posts.Content;
import dev.parvis.domain.posts.Labels;

/** What an edition says, where, and what its posts are for. Never changes. */
public record Saying(String edition, Content content, List<ChannelId> channels, Labels labels) {
    public Saying {
        channels = List.copyOf(channels);
    }

    /** One whose posts are for nothing in particular. */
    public Saying(String edition, Content content, List<ChannelId> channels) {
        this(edition, content, channels, Labels.NONE);
    }
}
