package dev.parvis.domain.weekly;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.calendar.Gap;
import dev.parvis.domain.channels.Channel;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.media.Media;

/**
 * What somebody must see to for one brand.
 *
 * @param channels all of the brand's, connected or not
 * @param gaps of this week and the next
 * @param ending media whose rights end within {@link Outlooks#RIGHTS}, and those whose ended lately but that posts
 *     still want; the first to end first
 */
public record Outlook(Brand brand, List<Channel> channels, List<Gap> gaps, List<Ending> ending, Waiting waiting) {
    /**
     * A media whose rights end.
     *
     * @param until how many posts use it before they do
     * @param after the times of the posts that use it when they have: none of these goes out; earliest first
     */
    public record Ending(Media media, Instant at, int until, List<Instant> after) {
        public Ending {
            after = List.copyOf(after);
        }

        /** Whether a post that is to come uses it. */
        public boolean isUsed() {
            return until > 0 || !after.isEmpty();
        }
    }

    /**
     * Posts that nobody has agreed to.
     *
     * @param first the time of the first
     */
    public record Waiting(int team, int client, Optional<Instant> first) {
        public boolean isNone() {
            return team == 0 && client == 0;
        }
    }

    public Outlook {
        channels = List.copyOf(channels);
        gaps = List.copyOf(gaps);
        ending = List.copyOf(ending);
    }

    /** Channels that a person must connect again. */
    public List<Channel> lost() {
        return channels.stream()
                .filter(channel -> switch (channel.state()) {
                    case DISCONNECTED -> true;
                    case CONNECTED -> false;
                })
                .toList();
    }

    public Optional<Channel> channel(ChannelId id) {
        return channels.stream().filter(channel -> channel.id().equals(id)).findFirst();
    }

    /** Whether nothing is to be said. */
    public boolean isClear() {
        return gaps.isEmpty() && ending.isEmpty() && waiting.isNone() && lost().isEmpty();
    }
}
