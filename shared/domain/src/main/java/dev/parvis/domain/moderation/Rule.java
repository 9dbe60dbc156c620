package dev.parvis.domain.moderation;

import java.time.Instant;
import java.util.Optional;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * A brand's rule. Rules are tried by {@code order}, then by age; the first that holds decides.
 *
 * @param reply what it says, when its action is to reply; empty otherwise
 */
public record Rule(
        WorkspaceId workspace,
        RuleId id,
        BrandId brand,
        String name,
        boolean enabled,
        int order,
        Condition condition,
        Action action,
        Optional<Reply> reply,
        Instant createdAt,
        long version) {

    public Rule {
        if ((action == Action.REPLY) != reply.isPresent()) {
            throw new IllegalArgumentException("a rule says something if, and only if, it replies");
        }
    }

    /** A rule that says nothing. */
    public Rule(
            WorkspaceId workspace,
            RuleId id,
            BrandId brand,
            String name,
            boolean enabled,
            int order,
            Condition condition,
            Action action,
            Instant createdAt,
            long version) {
        this(workspace, id, brand, name, enabled, order, condition, action, Optional.empty(), createdAt, version);
    }
}
