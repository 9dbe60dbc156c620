package dev.parvis.domain.brands;

import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

import dev.parvis.domain.Slices;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.InMemoryRows;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Brands in memory. */
public final class InMemoryBrands implements Brands {
    private final InMemoryRows<Brand> rows = new InMemoryRows<>(
            brand -> key(brand.workspace(), brand.id()),
            Brand::version,
            (b, version) -> new Brand(
                    b.workspace(),
                    b.id(),
                    b.name(),
                    b.zone(),
                    b.watch(),
                    b.reporting(),
                    b.lateness(),
                    b.approving(),
                    b.publishing(),
                    b.createdAt(),
                    version));
    private final Predicate<WorkspaceId> exists;
    private final BiPredicate<WorkspaceId, BrandId> hasChannel;

    /** @param hasChannel whether a brand still has a channel */
    public InMemoryBrands(Predicate<WorkspaceId> exists, BiPredicate<WorkspaceId, BrandId> hasChannel) {
        this.exists = exists;
        this.hasChannel = hasChannel;
    }

    @Override
    public Change<Brand> create(Brand brand) {
        return exists.test(brand.workspace()) ? rows.create(brand) : new Change.Refused<>("there is no such workspace");
    }

    @Override
    public Optional<Brand> find(WorkspaceId workspace, BrandId id) {
        return rows.find(key(workspace, id));
    }

    @Override
    public Page<Brand> list(WorkspaceId workspace, PageRequest page) {
        return Slices.of(rows.all(brand -> brand.workspace().equals(workspace)), page);
    }

    @Override
    public Change<Brand> change(Brand changed) {
        return rows.change(changed);
    }

    @Override
    public Change<Brand> delete(WorkspaceId workspace, BrandId id, long version) {
        var there = find(workspace, id);
        return there.filter(found -> found.version() == version).isPresent() && hasChannel.test(workspace, id)
                ? new Change.Refused<>("the brand still has a channel")
                : rows.delete(key(workspace, id), version);
    }

    private static String key(WorkspaceId workspace, BrandId id) {
        return workspace + "#" + id;
    }
}
