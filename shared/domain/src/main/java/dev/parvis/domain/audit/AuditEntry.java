package dev.parvis.domain.audit;

import java.time.Instant;
import java.util.Map;

import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * One thing that was done.
 *
 * @param id the same at every try of the same deed: writing it twice is one entry
 * @param actor a member's subject, or {@code function:NAME}
 * @param action what was done, such as {@code post.published} or {@code interaction.hidden}
 * @param subject what it was done to: {@code post/ID}, {@code interaction/ID}
 * @param why a rule's id, a reason's code: never what a person wrote
 */
public record AuditEntry(
        WorkspaceId workspace,
        String id,
        Instant at,
        String actor,
        String action,
        String subject,
        String why,
        Map<String, String> facts) {
    public AuditEntry {
        facts = Map.copyOf(facts);
    }
}
