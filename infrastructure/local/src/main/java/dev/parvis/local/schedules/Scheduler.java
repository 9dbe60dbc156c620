package dev.parvis.local.schedules;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Fires schedules from one thread of its own until it is closed. The consumer must not block. */
public final class Scheduler implements AutoCloseable {

    private final List<Schedule> schedules;
    private final Timetable timetable;
    private final InstantSource clock;
    private final Consumer<Firing> consumer;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private final Thread thread;
    private boolean closed;

    private Scheduler(List<Schedule> schedules, InstantSource clock, Consumer<Firing> consumer) {
        this.schedules = List.copyOf(schedules);
        this.timetable = new Timetable(schedules, clock.instant());
        this.clock = clock;
        this.consumer = consumer;
        this.thread = Thread.ofVirtual().name("schedules").unstarted(this::run);
    }

    /** Begins to fire. */
    public static Scheduler start(List<Schedule> schedules, InstantSource clock, Consumer<Firing> consumer) {
        var scheduler = new Scheduler(schedules, clock, consumer);
        scheduler.thread.start();
        return scheduler;
    }

    /** Each schedule's next time, in the template's order. */
    public Map<Schedule, Instant> upcoming() {
        var upcoming = new LinkedHashMap<Schedule, Instant>();
        lock.lock();
        try {
            schedules.forEach(schedule -> timetable.next(schedule).ifPresent(time -> upcoming.put(schedule, time)));
        } finally {
            lock.unlock();
        }
        return upcoming;
    }

    /** Nothing fires after this returns. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            ended.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        lock.lock();
        try {
            while (!closed) {
                timetable.due(clock.instant()).forEach(consumer);
                Instant next = timetable.next().orElse(clock.instant().plusSeconds(60));
                // At most a second at a time: a laptop's lid may close, and monotonic time stands still meanwhile.
                long millis = Math.clamp(next.toEpochMilli() - clock.millis(), 1, 1_000);
                if (ended.await(millis, TimeUnit.MILLISECONDS) && closed) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
