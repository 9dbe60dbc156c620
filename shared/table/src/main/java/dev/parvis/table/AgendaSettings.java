package dev.parvis.table;

import java.time.Duration;
import java.util.Map;

/**
 * How the agenda is spread and how long a claim lasts.
 *
 * @param shards over how many partitions of the Due index the rows of a kind are written
 * @param looked how many partitions readers look at. To raise the number, raise both. To lower it, lower
 *     {@code shards} and leave {@code looked} until the rows that were due in the higher ones have been claimed and
 *     finished once; the longest wait is a month's report.
 * @param lease how long a claim lasts
 * @param leases other lengths, by the kind's name
 */
public record AgendaSettings(int shards, int looked, Duration lease, Map<String, Duration> leases) {
    public static final int SHARDS = 4;

    public AgendaSettings {
        if (shards < 1 || looked < shards) {
            throw new IllegalArgumentException("readers must look at every shard that is written");
        }
        leases = Map.copyOf(leases);
    }

    /** Four shards, and this lease for every kind. */
    public static AgendaSettings lease(Duration lease) {
        return new AgendaSettings(SHARDS, SHARDS, lease, Map.of());
    }

    Duration leaseOf(String kind) {
        return leases.getOrDefault(kind, lease);
    }

    /** The partition of the Due index that a row is written to. {@link String#hashCode} is the same everywhere. */
    String shardOf(String kind, String id) {
        var spread = id.hashCode() * 0x9E3779B9;
        return shard(kind, (spread >>> 16) % shards);
    }

    static String shard(String kind, int number) {
        return kind + "#" + number;
    }
}
