package dev.parvis.table;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

import dev.parvis.domain.agenda.Kind;

/**
 * How the agenda is spread and how long a claim lasts.
 *
 * @param shards over how many partitions of the Due index the rows of a kind are written
 * @param looked how many partitions readers look at. To raise the number, raise both. To lower it, lower
 *     {@code shards} and leave {@code looked} until the rows that were due in the higher ones have been claimed and
 *     finished once; the longest wait is a month's report.
 * @param gathered kinds, by name, that all stand in the first partition: they come by the hour or the day, and a look at
 *     one partition instead of several is what most of their ticks cost
 * @param lease how long a claim lasts
 * @param leases other lengths, by the kind's name
 */
public record AgendaSettings(
        int shards, int looked, Set<String> gathered, Duration lease, Map<String, Duration> leases) {
    public static final int SHARDS = 4;
    private static final Set<String> SELDOM = Set.of(
            Kind.SNAPSHOT.name(),
            Kind.REPORT.name(),
            Kind.REFRESH.name(),
            Kind.SEAL.name(),
            Kind.SERIES.name(),
            Kind.IMPORT.name(),
            Kind.QUEUE.name(),
            Kind.WEEKLY.name());

    public AgendaSettings {
        if (shards < 1 || looked < shards) {
            throw new IllegalArgumentException("readers must look at every shard that is written");
        }
        gathered = Set.copyOf(gathered);
        leases = Map.copyOf(leases);
    }

    /** Every kind in as many partitions. */
    public AgendaSettings(int shards, int looked, Duration lease, Map<String, Duration> leases) {
        this(shards, looked, Set.of(), lease, leases);
    }

    /** Four shards, one for what comes seldom, and this lease for every kind. */
    public static AgendaSettings lease(Duration lease) {
        return new AgendaSettings(SHARDS, SHARDS, SELDOM, lease, Map.of());
    }

    /** How many partitions a look at a kind's rows is over. */
    int lookedOf(String kind) {
        return gathered.contains(kind) ? 1 : looked;
    }

    Duration leaseOf(String kind) {
        return leases.getOrDefault(kind, lease);
    }

    /** The partition of the Due index that a row is written to. {@link String#hashCode} is the same everywhere. */
    String shardOf(String kind, String id) {
        var spread = id.hashCode() * 0x9E3779B9;
        return shard(kind, gathered.contains(kind) ? 0 : (spread >>> 16) % shards);
    }

    static String shard(String kind, int number) {
        return kind + "#" + number;
    }
}
