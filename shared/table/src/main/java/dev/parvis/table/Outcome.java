package dev.parvis.table;

import java.util.Map;
import java.util.Optional;

/** What became of a transaction. */
sealed interface Outcome {
    record Committed() implements Outcome {}

    /**
     * It did not take.
     *
     * @param failed the rows whose condition did not hold, by their place in the transaction: what lies there
     */
    record Cancelled(Map<Integer, Optional<Row>> failed) implements Outcome {
        boolean at(int place) {
            return failed.containsKey(place);
        }

        Optional<Row> there(int place) {
            return failed.getOrDefault(place, Optional.empty());
        }
    }
}
