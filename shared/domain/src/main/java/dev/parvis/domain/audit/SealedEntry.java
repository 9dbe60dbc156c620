package dev.parvis.domain.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An entry in a seal: where it lies in the trail, and the digest of what it said.
 *
 * @param at to the millisecond
 */
public record SealedEntry(Instant at, String id, String digest) {
    public SealedEntry {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    /** The place alone. */
    Place place() {
        return new Place(at, id);
    }

    /** Where an entry lies: no two entries of a workspace have the same. */
    record Place(Instant at, String id) {}
}
