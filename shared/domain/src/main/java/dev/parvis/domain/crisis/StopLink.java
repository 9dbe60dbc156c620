package dev.parvis.domain.crisis;

import java.util.Optional;

import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * What a signed one-tap link names: whose it is, and which of the links that this member was given over time. Only the
 * last one opens, until it ends or is revoked; see {@link StopLinks}.
 *
 * @param subject the member's
 */
public record StopLink(WorkspaceId workspace, String serial, String subject) {
    /** What the link's token is made for. */
    public static final String PURPOSE = "stop link";

    private static final int PARTS = 3;

    /** The subject last: it is anybody's text. */
    public String payload() {
        return workspace + "\n" + serial + "\n" + subject;
    }

    public static Optional<StopLink> parse(String payload) {
        var parts = payload.split("\n", PARTS);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new StopLink(new WorkspaceId(parts[0]), parts[1], parts[2]));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "StopLink[" + workspace + "]";
    }
}
