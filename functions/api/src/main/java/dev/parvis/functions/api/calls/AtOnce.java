package dev.parvis.functions.api.calls;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/** Looks many things up, a few at a time: one after the other they would take longer than a call may. */
public final class AtOnce {
    private static final int PERMITS = 16;

    private AtOnce() {}

    /** Those that are found. A fault of one is a fault of all. */
    public static <K, V> Map<K, V> found(Collection<K> keys, Function<K, Optional<V>> find) {
        var permits = new Semaphore(PERMITS);
        var found = new HashMap<K, V>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new HashMap<K, Future<Optional<V>>>();
            for (var key : keys) {
                running.computeIfAbsent(
                        key,
                        wanted -> threads.submit(() -> {
                            permits.acquire();
                            try {
                                return find.apply(wanted);
                            } finally {
                                permits.release();
                            }
                        }));
            }
            for (var each : running.entrySet()) {
                each.getValue().get().ifPresent(value -> found.put(each.getKey(), value));
            }
            return found;
        } catch (ExecutionException fault) {
            throw fault.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("looking up many things", fault.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking up many things", interrupted);
        }
    }
}
