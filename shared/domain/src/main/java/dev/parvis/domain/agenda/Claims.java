package dev.parvis.domain.agenda;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one look at the agenda gave.
 *
 * @param oldestDue the earliest due time seen, claimed or not: the business alarm watches its age
 * @param next where the look goes on that ended here because enough was claimed, or looked at; empty when all was
 * @param stuck how many rows were taken out of the agenda because {@link Kind#MOST_CLAIMS} claims could not finish
 */
public record Claims<W extends Work>(
        List<Claim<W>> claims, Optional<Instant> oldestDue, Optional<String> next, int stuck) {
    public Claims {
        claims = List.copyOf(claims);
    }

    /** Whether looking on at once is worthwhile. */
    public boolean more() {
        return next.isPresent();
    }
}
