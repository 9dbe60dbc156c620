package dev.parvis.table;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.sheets.Sheet;
import dev.parvis.domain.sheets.Sheets;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.wording.Signs;
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
        var transaction = rows.transaction()
                .check(Keys.brand(changed.workspace(), changed.brand()), Expression.THERE)
                .put(codec.encode(next).text(Rows.MARK, rows.mark()), seen);
        sign(next, transaction);
        return switch (transaction.commit()) {
            case Outcome.Committed committed -> new Change.Done<>(next);
            case Outcome.Cancelled cancelled when cancelled.at(BRAND) -> new Change.Missing<>();
            case Outcome.Cancelled cancelled ->
                new Change.Conflict<>(cancelled
                        .there(SHEET)
                        .map(codec::decode)
                        .orElseGet(() -> Sheet.none(changed.workspace(), changed.brand())));
        };
    }

    private static void sign(Sheet sheet, Transaction transaction) {
        var key = Keys.signs(sheet.workspace(), sheet.brand());
        var signs = Signs.of(sheet.names());
        if (signs.isEmpty()) {
            transaction.delete(key, Expression.NONE);
        } else {
            transaction.put(Attributes.at(key).texts("signs", List.copyOf(signs)), Expression.NONE);
        }
    }

    @Override
    public Map<BrandId, Set<String>> signs(WorkspaceId workspace) {
        return rows.all(Range.of(Keys.signs(workspace), "")).stream()
                .collect(Collectors.toMap(
                        row -> new BrandId(row.key().sk()), row -> new LinkedHashSet<>(row.texts("signs"))));
    }
}
