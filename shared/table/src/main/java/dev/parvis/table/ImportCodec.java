package dev.parvis.table;

import java.util.List;
import java.util.Optional;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.imports.Import;
import dev.parvis.domain.imports.ImportId;
import dev.parvis.domain.imports.Imports;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Imports; their rows lie apart. */
final class ImportCodec implements WorkCodec<Import> {
    @Override
    public Key key(WorkspaceId workspace, String id) {
        return Keys.inWorkspace(workspace, Keys.IMPORT, id);
    }

    @Override
    public String id(Key key) {
        return key.after(Keys.IMPORT);
    }

    @Override
    public List<String> worked() {
        return List.of("next", "undoNext");
    }

    @Override
    public Attributes encode(Import work) {
        var row = Attributes.at(key(work))
                .text("brand", work.brand().value())
                .number("rows", work.rows())
                .number("refused", work.refused())
                .number("next", work.next())
                .number("made", work.made())
                .number("known", work.known())
                .number("failed", work.failed())
                .text("createdBy", work.createdBy())
                .instant("createdAt", work.createdAt())
                .number("ttl", work.createdAt().plus(Imports.KEPT).getEpochSecond());
        work.undo().ifPresent(undo -> row.number("undoNext", undo.next()).number("undoKept", undo.kept()));
        return row;
    }

    @Override
    public Import decode(Row row) {
        return new Import(
                row.key().workspace(),
                new ImportId(id(row.key())),
                row.as("brand", BrandId::new),
                row.count("rows"),
                row.count("refused"),
                row.count("next"),
                row.count("made"),
                row.count("known"),
                row.count("failed"),
                row.text("createdBy"),
                row.instant("createdAt"),
                row.has("undoNext")
                        ? Optional.of(new Import.Undo(row.count("undoNext"), row.count("undoKept")))
                        : Optional.empty());
    }
}
