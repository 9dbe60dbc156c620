package dev.parvis.functions.api.workspaces;

import java.util.Locale;

import dev.parvis.domain.workspaces.Member;
import dev.parvis.domain.workspaces.Role;
import dev.parvis.domain.workspaces.Workspace;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Times;

/** Workspaces and members as the API shows them. */
final class WorkspaceJson {
    private WorkspaceJson() {}

    static Json of(Workspace workspace) {
        return Json.obj(
                "id",
                workspace.id().value(),
                "name",
                workspace.name(),
                "zone",
                workspace.zone().getId(),
                "language",
                workspace.language().name().toLowerCase(Locale.ROOT),
                "alertTo",
                workspace.alertTo(),
                "createdAt",
                Times.format(workspace.createdAt()),
                "version",
                workspace.version());
    }

    static Json of(Member member) {
        return Json.obj("subject", member.subject(), "role", role(member.role()));
    }

    static String role(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
