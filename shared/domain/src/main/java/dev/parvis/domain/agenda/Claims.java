package dev.parvis.domain.agenda;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one look at the agenda gave.
 *
 * @param oldestDue the earliest due time seen, claimed or not: the business alarm watches its age
 * @param more whether a page was full, so that looking again at once is worthwhile
 * @param stuck how many rows were taken out of the agenda because {@link Kind#MOST_CLAIMS} claims could not finish
 */
public record Claims<W extends Work>(List<Claim<W>> claims, Optional<Instant> oldestDue, boolean more, int stuck) {
    public Claims {
        claims = List.copyOf(claims);
    }
}
