package dev.parvis.domain.slots;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.posts.PostWithTargets;
import dev.parvis.domain.posts.Schedule;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * Finds and takes free slots. The slots are those of the first channel; free is one where no other post stands on any of
 * the channels, because a post goes out on all its channels at one instant. Looked for from {@link #SOONEST} from now,
 * so that a tick that comes late still sends on the second, to {@link #FURTHEST}.
 */
public final class FreeSlots {
    public static final Duration SOONEST = Duration.ofMinutes(3);
    public static final Duration FURTHEST = Duration.ofDays(60);
    private static final int MOST_ROUNDS = 25;

    private final Slots slots;
    private final InstantSource clock;

    public FreeSlots(Slots slots, InstantSource clock) {
        this.slots = slots;
        this.clock = clock;
    }

    /**
     * What is looked for.
     *
     * @param post for which one: where it stands itself is free to it
     * @param channels at least one
     * @param zone the brand's
     */
    public record Search(WorkspaceId workspace, PostId post, List<ChannelId> channels, ZoneId zone) {
        public Search {
            channels = List.copyOf(channels);
            if (channels.isEmpty()) {
                throw new IllegalArgumentException("a slot is looked for on a channel");
            }
        }
    }

    /** What became of taking the next free slot. */
    public sealed interface Placed {
        /** It was asked to be kept at a slot, and this is the answer. */
        record Kept(Change<PostWithTargets> change) implements Placed {}

        /** The first channel has no slots at all. */
        record NoSlots() implements Placed {}

        /** Every slot until {@link #FURTHEST} is taken. */
        record NoneFree() implements Placed {}
    }

    /** The next free slots, earliest first, at most {@code limit}. */
    public List<Schedule> next(Search search, int limit) {
        return free(search, slots.find(search.workspace(), search.channels().getFirst()), limit);
    }

    /**
     * Takes the next free slot: {@code keep} writes the post there, booked alone. Where somebody else was quicker it is
     * asked again with the slot after.
     */
    public Placed take(Search search, Function<Schedule, Change<PostWithTargets>> keep) {
        var week = slots.find(search.workspace(), search.channels().getFirst());
        if (week.slots().isEmpty()) {
            return new Placed.NoSlots();
        }
        for (var round = 1; ; round++) {
            var free = free(search, week, 1);
            if (free.isEmpty()) {
                return new Placed.NoneFree();
            }
            var change = keep.apply(free.getFirst());
            var lost = change instanceof Change.Refused
                    && isTaken(search, free.getFirst().at());
            if (!lost || round == MOST_ROUNDS) {
                return new Placed.Kept(change);
            }
        }
    }

    private List<Schedule> free(Search search, Week week, int limit) {
        var from = clock.instant().plus(SOONEST);
        var until = clock.instant().plus(FURTHEST);
        var taken = taken(search, from, until);
        return week.between(from, until, search.zone()).stream()
                .filter(slot -> !taken.contains(slot.at()))
                .limit(limit)
                .toList();
    }

    private boolean isTaken(Search search, Instant at) {
        return taken(search, at, at.plusMillis(1)).contains(at);
    }

    private Set<Instant> taken(Search search, Instant from, Instant until) {
        var taken = new HashSet<Instant>();
        for (var channel : search.channels()) {
            slots.taken(search.workspace(), channel, from, until).stream()
                    .filter(there -> there.byOtherThan(search.post()))
                    .forEach(there -> taken.add(there.at()));
        }
        return taken;
    }
}
