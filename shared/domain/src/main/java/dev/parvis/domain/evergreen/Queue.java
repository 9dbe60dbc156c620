package dev.parvis.domain.evergreen;

import java.time.Instant;
import java.util.List;

import dev.parvis.domain.agenda.Work;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * A queue of what a brand may say again.
 *
 * @param channels where its entries go out; the slots are those of the first
 * @param gapDays no entry comes sooner after its last time, from {@value #SHORTEST_GAP} to {@value #LONGEST_GAP}
 * @param perDay the most that it fills in a day of the brand's zone
 * @param paused while it is, it makes nothing
 */
public record Queue(
        WorkspaceId workspace,
        QueueId queue,
        BrandId brand,
        String name,
        List<ChannelId> channels,
        int gapDays,
        int perDay,
        boolean paused,
        String createdBy,
        Instant createdAt,
        long version)
        implements Work {
    public static final int SHORTEST_GAP = 1;
    public static final int LONGEST_GAP = 366;
    public static final int USUAL_GAP = 30;
    public static final int MOST_PER_DAY = 20;
    /** How many entries a queue can have. */
    public static final int MOST_ENTRIES = 200;

    public Queue {
        channels = List.copyOf(channels);
        if (channels.isEmpty()
                || gapDays < SHORTEST_GAP
                || gapDays > LONGEST_GAP
                || perDay < 1
                || perDay > MOST_PER_DAY) {
            throw new IllegalArgumentException("a queue has channels, a gap of days and a number per day");
        }
    }

    @Override
    public String id() {
        return brand + "." + queue;
    }
}
