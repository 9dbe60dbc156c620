package dev.parvis.table;

import java.util.Optional;

/** What became of a conditional write of one row. */
sealed interface Wrote {
    /** {@code row} is what lies there now. */
    record Done(Row row) implements Wrote {}

    /** The condition did not hold; {@code there} is the row it did not hold for, if there is one. */
    record Lost(Optional<Row> there) implements Wrote {}
}
