package dev.parvis.domain.replies;

import java.time.Instant;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.workspaces.WorkspaceId;

/** How many replies rules have begun on a channel, by the hour of the clock (UTC). */
public interface Pace {
    /**
     * How many replies rules give on one channel in an hour: one every two minutes. A post that is passed on by thousands would
     * otherwise bring as many replies, which networks throttle (Mastodon takes 300 posts of an account in three hours, whoever
     * wrote them: config/initializers/rack_attack.rb), and leave no room for what people write. Two hours that meet give
     * twice as many at worst, and three hours' worth stays under half of what Mastodon takes.
     */
    int MOST_AN_HOUR = 30;

    /**
     * Takes the interaction's place in the hour of {@code at}; false when that hour's are all taken, and nothing is written
     * then. An interaction that has its place there has it still, however often it asks. One conditional write: of two who
     * ask at once for the last place one gets it. A place that nothing came of is not given back.
     *
     * @param interaction the interaction's id, a hash
     */
    boolean takes(WorkspaceId workspace, ChannelId channel, Instant at, String interaction);
}
