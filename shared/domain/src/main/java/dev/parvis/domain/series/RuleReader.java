package dev.parvis.domain.series;

import java.time.LocalDateTime;

/** Reads rules of RFC 5545. */
public interface RuleReader {
    /** What became of a rule. */
    sealed interface Read {
        /** Its wall-clock times, rising, without end when the rule has none; each iteration begins anew. */
        record Times(Iterable<LocalDateTime> wallClocks) implements Read {}

        /** It is no rule, or one that cannot be followed; in words that read on after "rule". */
        record Refused(String reason) implements Read {}
    }

    Read read(Recurrence recurrence);
}
