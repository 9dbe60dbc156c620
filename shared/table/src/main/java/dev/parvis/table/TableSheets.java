package dev.parvis.table;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.sheets.Sheet;
import dev.parvis.domain.sheets.Sheets;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.workspaces.WorkspaceId;

/** The sheets of brands, a row each in the workspace's partition. */
final class TableSheets implements Sheets {
    private static final int BRAND = 0;
    private static final int SHEET = 1;

    private final Rows rows;
    private final SheetCodec codec = new SheetCodec();

    TableSheets(Rows rows) {
        this.rows = rows;
    }

    @Override
    public Sheet find(WorkspaceId workspace, BrandId brand) {
        return rows.latest(Keys.sheet(workspace, brand))
                .map(codec::decode)
                .orElseGet(() -> Sheet.none(workspace, brand));
    }

    @Override
    public Change<Sheet> replace(Sheet changed) {
        var next = changed.at(changed.version() + 1);
        var seen = changed.version() == 0 ? Expression.NEW : Expression.version(changed.version());
        var outcome = rows.transaction()
                .check(Keys.brand(changed.workspace(), changed.brand()), Expression.THERE)
                .put(codec.encode(next).text(Rows.MARK, rows.mark()), seen)
                .commit();
        return switch (outcome) {
            case Outcome.Committed committed -> new Change.Done<>(next);
            case Outcome.Cancelled cancelled when cancelled.at(BRAND) -> new Change.Missing<>();
            case Outcome.Cancelled cancelled ->
                new Change.Conflict<>(cancelled
                        .there(SHEET)
                        .map(codec::decode)
                        .orElseGet(() -> Sheet.none(changed.workspace(), changed.brand())));
        };
    }
}
