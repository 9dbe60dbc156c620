package dev.parvis.domain.moderation;

import java.time.Instant;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.workspaces.WorkspaceId;

/** A brand's rule. Rules are tried by {@code order}, then by age; the first that holds decides. */
public record Rule(
        WorkspaceId workspace,
        RuleId id,
        BrandId brand,
        String name,
        boolean enabled,
        int order,
        Condition condition,
        Action action,
        Instant createdAt,
        long version) {}
