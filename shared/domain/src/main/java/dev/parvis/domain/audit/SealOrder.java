package dev.parvis.domain.audit;

import java.time.Instant;

import dev.parvis.domain.agenda.Work;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * The standing order to seal a workspace's audit trail, and where its chain ends.
 *
 * @param number the last link's, 0 before the first
 * @param hash the last link's, {@link Seal#NONE} before the first
 * @param upTo entries before this instant were looked at
 */
public record SealOrder(WorkspaceId workspace, long number, String hash, Instant upTo) implements Work {
    /** The order of a workspace whose trail begins now. */
    public static SealOrder first(WorkspaceId workspace, Instant now) {
        return new SealOrder(workspace, 0, Seal.NONE, now);
    }

    @Override
    public String id() {
        return "AUDIT";
    }

    SealOrder after(Seal seal) {
        return new SealOrder(workspace, seal.number(), seal.hash(), seal.upTo());
    }
}
