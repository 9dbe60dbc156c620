package dev.parvis.domain.series;

import java.util.List;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.posts.Content;

/** What an edition says, and where. Never changes. */
public record Saying(String edition, Content content, List<ChannelId> channels) {
    public Saying {
        channels = List.copyOf(channels);
    }
}
