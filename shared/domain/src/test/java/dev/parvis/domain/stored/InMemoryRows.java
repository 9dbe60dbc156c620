package dev.parvis.domain.stored;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * Versioned rows in memory, in the order of their keys. Thread-safe.
 *
 * @param <T> what is kept
 */
public final class InMemoryRows<T> {
    /** The same value at another version. */
    @FunctionalInterface
    public interface At<T> {
        T version(T value, long version);
    }

    private final Map<String, T> rows = new TreeMap<>();
    private final Function<T, String> key;
    private final ToLongFunction<T> version;
    private final At<T> at;

    public InMemoryRows(Function<T, String> key, ToLongFunction<T> version, At<T> at) {
        this.key = key;
        this.version = version;
        this.at = at;
    }

    public synchronized Optional<T> find(String wanted) {
        return Optional.ofNullable(rows.get(wanted));
    }

    public synchronized List<T> all(Predicate<T> wanted) {
        return rows.values().stream().filter(wanted).toList();
    }

    public synchronized Change<T> create(T value) {
        var there = rows.putIfAbsent(key.apply(value), value);
        return there == null ? new Change.Done<>(value) : new Change.Conflict<>(there);
    }

    /** Over the version that {@code changed} carries. */
    public synchronized Change<T> change(T changed) {
        var there = rows.get(key.apply(changed));
        if (there == null) {
            return new Change.Missing<>();
        }
        if (version.applyAsLong(there) != version.applyAsLong(changed)) {
            return new Change.Conflict<>(there);
        }
        var next = at.version(changed, version.applyAsLong(changed) + 1);
        rows.put(key.apply(changed), next);
        return new Change.Done<>(next);
    }

    public synchronized Change<T> delete(String wanted, long seen) {
        var there = rows.get(wanted);
        if (there == null) {
            return new Change.Missing<>();
        }
        if (version.applyAsLong(there) != seen) {
            return new Change.Conflict<>(there);
        }
        rows.remove(wanted);
        return new Change.Done<>(there);
    }
}
