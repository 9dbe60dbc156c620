package dev.parvis.functions.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

/**
 * Virtual time, and tasks of which exactly one runs at any moment. A task runs until it pauses; then whoever is due
 * first goes on, and of those due at the same moment the one that the random generator picks. So every run is a function of
 * its seed: each pause is a place where another task may come in between.
 */
final class Timeline {
    private final RandomGenerator random;
    private final PriorityQueue<Turn> turns = new PriorityQueue<>(
            Comparator.comparing(Turn::at).thenComparing(Turn::lot).thenComparing(Turn::number));
    private final Semaphore back = new Semaphore(0);
    private final Instant start;
    private Instant now;
    private long numbers;
    private @Nullable Task current;
    private @Nullable Throwable failure;

    private record Turn(Instant at, long lot, long number, Task task) {}

    /** What a task belongs to: it says how long the task must stand still, and ends it by throwing. */
    interface Owner {
        Owner NOBODY = now -> now;

        /** When the task may go on: {@code now}, or later; throws when it may not any more. */
        Instant mayGoOn(Instant now);
    }

    private static final class Task {
        private final Owner owner;
        private final Semaphore go = new Semaphore(0);
        private boolean started;
        private final Runnable work;

        Task(Owner owner, Runnable work) {
            this.owner = owner;
            this.work = work;
        }
    }

    Timeline(Instant start, RandomGenerator random) {
        this.start = start;
        this.now = start;
        this.random = random;
    }

    Instant now() {
        return now;
    }

    /** The monotonic clock, the same for everybody. */
    long nanos() {
        return Duration.between(start, now).toNanos();
    }

    /** Whose task is running. */
    Owner owner() {
        return current == null ? Owner.NOBODY : current.owner;
    }

    /** A new task that starts then. */
    void start(Owner owner, Instant at, Runnable work) {
        queue(at, new Task(owner, work));
    }

    /** Lets others come in, for so long at least. */
    void pause(Duration wait) {
        pauseUntil(now.plus(wait));
    }

    void pauseUntil(Instant until) {
        var me = running();
        var at = until;
        do {
            queue(at.isBefore(now) ? now : at, me);
            giveWay(me);
            at = me.owner.mayGoOn(now);
        } while (at.isAfter(now));
    }

    /** Something that tasks wait for. */
    final class Gate implements Gates.Gate {
        private final List<Task> waiting = new ArrayList<>();
        private boolean open;

        /** Until it is opened, unless its owner ends first. */
        @Override
        public void await() {
            var me = running();
            if (!open) {
                waiting.add(me);
                giveWay(me);
            }
            pauseUntil(now);
        }

        @Override
        public void open() {
            open = true;
            waiting.forEach(task -> queue(now, task));
            waiting.clear();
        }
    }

    private Task running() {
        if (current == null) {
            throw new IllegalStateException("only a task of the timeline can wait");
        }
        return current;
    }

    private void queue(Instant at, Task task) {
        turns.add(new Turn(at, random.nextLong(), numbers++, task));
    }

    private void giveWay(Task me) {
        back.release();
        me.go.acquireUninterruptibly();
    }

    /** Runs until there is nothing left to do. Throws what a task threw, unless it was a death. */
    void run() {
        for (var turn = turns.poll(); turn != null && failure == null; turn = turns.poll()) {
            now = turn.at().isAfter(now) ? turn.at() : now;
            current = turn.task();
            if (!current.started) {
                current.started = true;
                begin(current);
            }
            current.go.release();
            awaitTurn(current);
            current = null;
        }
        if (failure != null) {
            throw new AssertionError("a task ended by something else than its death", failure);
        }
    }

    private void awaitTurn(Task task) {
        try {
            if (!back.tryAcquire(30, TimeUnit.SECONDS)) {
                throw new AssertionError("a task waits for something that is not on the timeline: " + task.owner);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }

    private void begin(Task task) {
        Thread.ofVirtual().start(() -> {
            task.go.acquireUninterruptibly();
            try {
                task.work.run();
            } catch (ScriptedNetwork.Died died) {
                // Its process has ended: nothing of it is left.
            } catch (Throwable thrown) {
                failure = thrown;
            } finally {
                back.release();
            }
        });
    }
}
