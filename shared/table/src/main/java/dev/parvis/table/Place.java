package dev.parvis.table;

import java.util.Optional;

/**
 * How far a look at a kind's partitions has come. It starts at any of them, so that none is always looked at last.
 *
 * @param first where it started
 * @param done how many partitions it has seen through
 * @param after the last row that it has seen in the one it is at
 */
record Place(int first, int done, Optional<String> after) {
    static Place start(int first) {
        return new Place(first, 0, Optional.empty());
    }

    static Place read(String text) {
        var parts = text.split("\\.", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("this is not where a look goes on");
        }
        return new Place(
                Integer.parseInt(parts[0]),
                Integer.parseInt(parts[1]),
                Optional.of(parts[2]).filter(after -> !after.isEmpty()));
    }

    String text() {
        return first + "." + done + "." + after.orElse("");
    }

    int shard(int shards) {
        return Math.floorMod(first + done, shards);
    }

    Place seen(String row) {
        return new Place(first, done, Optional.of(row));
    }

    Place nextShard() {
        return new Place(first, done + 1, Optional.empty());
    }
}
