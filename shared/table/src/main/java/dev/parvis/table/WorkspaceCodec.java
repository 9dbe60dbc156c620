package dev.parvis.table;

import java.time.ZoneId;

import dev.parvis.domain.workspaces.Language;
import dev.parvis.domain.workspaces.Workspace;

/** Tenants. */
final class WorkspaceCodec implements Codec<Workspace> {
    @Override
    public Key key(Workspace workspace) {
        return Keys.workspace(workspace.id());
    }

    @Override
    public Attributes encode(Workspace workspace) {
        return Attributes.at(key(workspace))
                .text("name", workspace.name())
                .text("zone", workspace.zone().getId())
                .text("language", workspace.language().name())
                .texts("alertTo", workspace.alertTo())
                .number("weekly", workspace.weekly() ? 1 : 0)
                .instant("createdAt", workspace.createdAt())
                .number("version", workspace.version());
    }

    @Override
    public Workspace decode(Row row) {
        return new Workspace(
                row.key().workspace(),
                row.text("name"),
                row.as("zone", ZoneId::of),
                row.as("language", Language::valueOf),
                row.texts("alertTo"),
                row.numberOr("weekly", 1) == 1,
                row.instant("createdAt"),
                row.number("version"));
    }
}
