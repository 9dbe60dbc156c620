package dev.parvis.functions.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import dev.parvis.domain.posts.Stops;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.functions.publish.Gates.Gate;

/**
 * Looks at a workspace's stops in the last step before a call. Of the targets that go out at the same instant one reads and
 * all go by what it read, if its read began no earlier than each of them would have begun its own, or a tenth of a second
 * before it asked: a thousand strongly consistent reads in one instant would make all of them late. Who waited for
 * a read that failed tries once more; nobody goes by what could not be read. Thread-safe.
 */
final class SharedLooks {
    /** How old a look may be for who comes too late to look before its instant. */
    private static final Duration FRESH = Duration.ofMillis(100);

    private final Function<WorkspaceId, Stops> reads;
    private final InstantSource clock;
    private final Gates gates;
    private final Map<WorkspaceId, Look> looks = new HashMap<>();

    /** One read; {@code seen} is there when it is over and did not fail. */
    private static final class Look {
        private final Instant began;
        private final Gate over;
        private volatile @Nullable Stops seen;

        Look(Instant began, Gate over) {
            this.began = began;
            this.over = over;
        }
    }

    SharedLooks(Function<WorkspaceId, Stops> reads, InstantSource clock, Gates gates) {
        this.reads = reads;
        this.clock = clock;
        this.gates = gates;
    }

    /** The workspace's stops, by a read that begins now. */
    Stops now(WorkspaceId workspace) {
        return of(workspace, clock.instant());
    }

    /** The workspace's stops, by a read that began at {@code since} or later, or just now. */
    Stops of(WorkspaceId workspace, Instant since) {
        var fresh = clock.instant().minus(FRESH);
        var oldest = fresh.isAfter(since) ? fresh : since;
        return shared(workspace, oldest)
                .or(() -> shared(workspace, oldest))
                .orElseThrow(() -> new IllegalStateException("the stops could not be read, twice"));
    }

    /** Empty when it was somebody else's read, and failed. */
    private Optional<Stops> shared(WorkspaceId workspace, Instant oldest) {
        var mine = new Look(clock.instant(), gates.closed());
        Look used;
        synchronized (looks) {
            var there = looks.get(workspace);
            used = there == null || there.began.isBefore(oldest) || isOfAnotherTime(there, mine) ? mine : there;
            looks.put(workspace, used);
        }
        if (used == mine) {
            return Optional.of(read(workspace, mine));
        }
        used.over.await();
        return Optional.ofNullable(used.seen);
    }

    /** The clock was set back in between: it says nothing of how old the look is. */
    private static boolean isOfAnotherTime(Look there, Look mine) {
        return there.began.isAfter(mine.began.plus(FRESH));
    }

    private Stops read(WorkspaceId workspace, Look look) {
        try {
            var seen = reads.apply(workspace);
            look.seen = seen;
            return seen;
        } finally {
            synchronized (looks) {
                if (look.seen == null) {
                    looks.remove(workspace, look);
                }
            }
            look.over.open();
        }
    }
}
