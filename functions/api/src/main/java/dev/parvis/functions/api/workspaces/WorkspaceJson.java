package dev.parvis.functions.api.workspaces;

import java.util.Comparator;
import java.util.List;
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
        return brief(workspace).with("alertTo", workspace.alertTo()).with("weekly", workspace.weekly());
    }

    /** Without whom it mails and when: what is shown in lists, and to guests. */
    static Json.Obj brief(Workspace workspace) {
        return Json.obj(
                "id",
                workspace.id().value(),
                "name",
                workspace.name(),
                "zone",
                workspace.zone().getId(),
                "language",
                workspace.language().name().toLowerCase(Locale.ROOT),
                "createdAt",
                Times.format(workspace.createdAt()),
                "version",
                workspace.version());
    }

    static Json of(Member member) {
        var shown = Json.obj("subject", member.subject(), "role", role(member.role()), "brands", brands(member));
        return member.email().map(address -> shown.with("email", address)).orElse(shown);
    }

    private static List<Json> brands(Member member) {
        return member.brands().entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().value()))
                .<Json>map(entry -> Json.obj("brand", entry.getKey().value(), "role", role(entry.getValue())))
                .toList();
    }

    static String role(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
