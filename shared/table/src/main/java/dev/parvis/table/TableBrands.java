package dev.parvis.table;

import java.util.Optional;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.brands.Brands;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Brands. A count of them keeps a workspace that has one. */
final class TableBrands implements Brands {
    /** That a count is zero or was never begun. */
    static final Expression NONE_LEFT =
            Expression.of("(attribute_not_exists(#pk) OR #count = :none)").with("none", 0);

    private static final int BRAND = 0;

    private final Rows rows;
    private final BrandCodec codec = new BrandCodec();
    private final Versioned<Brand> brands;

    TableBrands(Rows rows) {
        this.rows = rows;
        this.brands = new Versioned<>(rows, codec);
    }

    @Override
    public Change<Brand> create(Brand brand) {
        var outcome = rows.transaction()
                .put(codec.encode(brand).text(Rows.MARK, rows.mark()), Expression.NEW)
                .check(Keys.workspace(brand.workspace()), Expression.THERE)
                .count(Keys.brandCount(brand.workspace()), 1)
                .commit();
        return switch (outcome) {
            case Outcome.Committed committed -> new Change.Done<>(brand);
            case Outcome.Cancelled cancelled when cancelled.at(BRAND) -> brands.lost(cancelled.there(BRAND));
            case Outcome.Cancelled cancelled -> new Change.Refused<>("there is no such workspace");
        };
    }

    @Override
    public Optional<Brand> find(WorkspaceId workspace, BrandId id) {
        return brands.find(Keys.brand(workspace, id));
    }

    @Override
    public Page<Brand> list(WorkspaceId workspace, PageRequest page) {
        var found = rows.page(Range.of(Keys.tenant(workspace), Keys.BRAND), page);
        return new Page<>(found.items().stream().map(codec::decode).toList(), found.next());
    }

    @Override
    public Change<Brand> change(Brand changed) {
        return brands.change(changed, changed.version());
    }

    @Override
    public Change<Brand> delete(WorkspaceId workspace, BrandId id, long version) {
        var row = rows.latest(Keys.brand(workspace, id));
        if (row.isEmpty()) {
            return new Change.Missing<>();
        }
        var outcome = rows.transaction()
                .delete(row.get().key(), Expression.version(version))
                .delete(Keys.channelCount(workspace, id), NONE_LEFT)
                .count(Keys.brandCount(workspace), -1)
                .delete(Keys.sheet(workspace, id), Expression.NONE)
                .delete(Keys.signs(workspace, id), Expression.NONE)
                .commit();
        return switch (outcome) {
            case Outcome.Committed committed -> new Change.Done<>(codec.decode(row.get()));
            case Outcome.Cancelled cancelled when cancelled.at(BRAND) -> brands.lost(cancelled.there(BRAND));
            case Outcome.Cancelled cancelled -> new Change.Refused<>("the brand still has a channel");
        };
    }
}
