package dev.parvis.domain.brands;

import java.util.List;

/**
 * Who must agree before a post of the brand goes out. What was scheduled under another policy keeps it until it is
 * edited.
 *
 * @param approvers who speaks for the client: one of them is enough
 */
public record Approving(Policy policy, List<Approver> approvers) {
    public static final int MOST_APPROVERS = 10;
    public static final Approving NOBODY = new Approving(Policy.NONE, List.of());

    /** Whose agreement it takes; where it takes both, the client is asked once the team has agreed. */
    public enum Policy {
        NONE,
        INTERNAL,
        CLIENT,
        BOTH;

        public boolean asksTeam() {
            return this == INTERNAL || this == BOTH;
        }

        public boolean asksClient() {
            return this == CLIENT || this == BOTH;
        }
    }

    public Approving {
        approvers = List.copyOf(approvers);
    }
}
