package dev.parvis.domain.audit;

import java.time.YearMonth;
import java.util.List;

/**
 * What a look at a month of the trail and its chain found.
 *
 * @param entries of the month that lie in the trail
 * @param sealed of these, how many are in the chain and say what they said then
 * @param late of the sealed ones, how many came when others of their time had been sealed already
 * @param waiting of the entries, how many are not sealed yet
 * @param first the first link that was looked at, 0 when there is none
 * @param last the last link that was looked at, 0 when there is none
 * @param head the last link's hash, {@link Seal#NONE} when there is none
 * @param findings what is not as it should be, at most {@value #MOST_FINDINGS}; none is what everybody hopes for
 */
public record Verification(
        YearMonth month,
        int entries,
        int sealed,
        int late,
        int waiting,
        long first,
        long last,
        String head,
        List<Finding> findings) {
    public static final int MOST_FINDINGS = 100;

    public Verification {
        findings = List.copyOf(findings);
    }

    /** Whether everything was as it should be. */
    public boolean sound() {
        return findings.isEmpty();
    }

    /**
     * One thing that is wrong.
     *
     * @param subject {@code seal/NUMBER} or {@code entry/TIME/ID}
     */
    public record Finding(Kind kind, String subject) {}

    /** What can be wrong. */
    public enum Kind {
        /** A link is not there. */
        SEAL_MISSING,
        /** A link does not name the hash of the one before. */
        CHAIN_BROKEN,
        /** A link's file is not there. */
        FILE_MISSING,
        /** A link's file says another hash. */
        FILE_DIFFERS,
        /** An entry that was sealed is not there. */
        ENTRY_MISSING,
        /** An entry does not say what it said when it was sealed. */
        ENTRY_CHANGED,
        /** An entry is in no link although its time is long past: it was slipped in, or came too late. */
        ENTRY_UNSEALED
    }
}
