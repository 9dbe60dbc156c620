package dev.parvis.domain.sheets;

import dev.parvis.domain.channels.ChannelId;

/** How often a channel is to speak, in posts of a calendar week, which begins on Monday in the brand's zone. */
public record Rhythm(ChannelId channel, int postsPerWeek) {
    public static final int MOST = 100;

    public Rhythm {
        if (postsPerWeek < 1 || postsPerWeek > MOST) {
            throw new IllegalArgumentException("a channel speaks 1 to " + MOST + " times a week");
        }
    }
}
