package dev.parvis.domain.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * A link of a workspace's chain: what a batch of entries said, and the hash of the link before. Whoever changes, removes
 * or slips in an entry, or a link, changes every later hash.
 *
 * @param number 1 for the first
 * @param upTo entries before this instant were looked at; it never goes back
 * @param previous the hash of the link before, {@link #NONE} before the first
 * @param entries at most {@value #MOST}, as they lie: by time and id
 */
public record Seal(
        WorkspaceId workspace,
        long number,
        Instant sealedAt,
        Instant upTo,
        String previous,
        List<SealedEntry> entries) {
    public static final int MOST = 500;
    public static final String NONE = "0".repeat(64);

    public Seal {
        if (number < 1 || entries.isEmpty() || entries.size() > MOST) {
            throw new IllegalArgumentException("a seal has a number from 1 and 1 to " + MOST + " entries");
        }
        sealedAt = sealedAt.truncatedTo(ChronoUnit.MILLIS);
        upTo = upTo.truncatedTo(ChronoUnit.MILLIS);
        entries = List.copyOf(entries);
    }

    /** SHA-256 over everything above, 64 hexadecimal digits. */
    public String hash() {
        var digest = new Digest("parvis.audit.seal.1")
                .add(workspace.value())
                .add(number)
                .add(sealedAt.toEpochMilli())
                .add(upTo.toEpochMilli())
                .add(previous)
                .add(entries.size());
        for (var entry : entries) {
            digest.add(entry.at().toEpochMilli()).add(entry.id()).add(entry.digest());
        }
        return digest.hex();
    }
}
