package dev.parvis.domain.sheets;

import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.InMemoryRows;
import dev.parvis.domain.wording.Signs;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Sheets in memory. */
public final class InMemorySheets implements Sheets {
    private final InMemoryRows<Sheet> rows =
            new InMemoryRows<>(sheet -> key(sheet.workspace(), sheet.brand()), Sheet::version, Sheet::at);
    private final BiPredicate<WorkspaceId, BrandId> brandExists;

    public InMemorySheets(BiPredicate<WorkspaceId, BrandId> brandExists) {
        this.brandExists = brandExists;
    }

    @Override
    public Sheet find(WorkspaceId workspace, BrandId brand) {
        return rows.find(key(workspace, brand))
                .filter(_ -> brandExists.test(workspace, brand))
                .orElseGet(() -> Sheet.none(workspace, brand));
    }

    @Override
    public Change<Sheet> replace(Sheet changed) {
        if (!brandExists.test(changed.workspace(), changed.brand())) {
            return new Change.Missing<>();
        }
        if (changed.version() > 0) {
            var written = rows.change(changed);
            return written instanceof Change.Missing<Sheet>
                    ? new Change.Conflict<>(Sheet.none(changed.workspace(), changed.brand()))
                    : written;
        }
        return rows.create(changed.at(1));
    }

    @Override
    public Map<BrandId, Set<String>> signs(WorkspaceId workspace) {
        return rows
                .all(sheet -> sheet.workspace().equals(workspace) && brandExists.test(workspace, sheet.brand()))
                .stream()
                .filter(sheet -> !Signs.of(sheet.names()).isEmpty())
                .collect(Collectors.toMap(Sheet::brand, sheet -> Signs.of(sheet.names())));
    }

    private static String key(WorkspaceId workspace, BrandId brand) {
        return workspace + "#" + brand;
    }
}
