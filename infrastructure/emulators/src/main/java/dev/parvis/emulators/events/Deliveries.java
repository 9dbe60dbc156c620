package dev.parvis.emulators.events;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import dev.parvis.emulators.template.Retry;

/**
 * Hands events over, each on a thread of its own, and again with doubling pauses when the consumer throws, as long as the
 * rule's retry policy says; then the delivery is given up and kept to be looked at, as in a dead-letter queue.
 */
final class Deliveries implements AutoCloseable {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);
    private static final int KEPT = 100;

    private final Consumer<Delivery> consumer;
    private final Duration pause;
    private final InstantSource clock;
    private final Deque<Delivery> givenUp = new ConcurrentLinkedDeque<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("events-retry").factory());

    Deliveries(Consumer<Delivery> consumer, Duration pause, InstantSource clock) {
        this.consumer = consumer;
        this.pause = pause;
        this.clock = clock;
    }

    void deliver(Subscription subscription, String event) {
        var rule = subscription.rule();
        var delivery = new Delivery(subscription.target(), rule.id(), event);
        start(new Attempt(delivery, rule.retry(), 0, clock.instant()));
    }

    List<Delivery> givenUp() {
        return List.copyOf(givenUp);
    }

    private record Attempt(Delivery delivery, Retry retry, int failures, Instant since) {
        private Attempt next() {
            return new Attempt(delivery, retry, failures + 1, since);
        }

        private boolean isLast(Instant at) {
            return failures >= retry.attempts() || at.isAfter(since.plus(retry.age()));
        }
    }

    private void start(Attempt attempt) {
        try {
            threads.execute(() -> run(attempt));
        } catch (RejectedExecutionException e) {
            giveUp(attempt.delivery()); // the bus is being closed
        }
    }

    private void run(Attempt attempt) {
        try {
            consumer.accept(attempt.delivery());
        } catch (RuntimeException e) { // whatever the consumer's failure is, the cloud would try again
            again(attempt);
        }
    }

    private void again(Attempt attempt) {
        var wait = pause.multipliedBy(1L << Math.min(attempt.failures(), 20));
        var capped = wait.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait;
        if (attempt.isLast(clock.instant().plus(capped))) {
            giveUp(attempt.delivery());
            return;
        }
        try {
            timer.schedule(() -> start(attempt.next()), capped.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            giveUp(attempt.delivery()); // the bus is being closed
        }
    }

    private void giveUp(Delivery delivery) {
        givenUp.addFirst(delivery);
        while (givenUp.size() > KEPT) {
            givenUp.pollLast();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        threads.shutdownNow();
    }
}
