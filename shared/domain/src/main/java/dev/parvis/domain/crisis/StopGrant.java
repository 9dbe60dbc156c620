package dev.parvis.domain.crisis;

import java.time.Instant;
import java.util.Optional;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * That a member has a link that stops.
 *
 * @param brand what it stops; the whole workspace when empty
 * @param serial of the link that opens: a new one closes the one before
 * @param by the member who made it
 */
public record StopGrant(
        WorkspaceId workspace,
        String subject,
        Optional<BrandId> brand,
        String serial,
        String by,
        Instant madeAt,
        Instant endsAt) {
    public StopLink link() {
        return new StopLink(workspace, serial, subject);
    }
}
