package dev.parvis.domain.brands;

import java.util.Optional;

import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

/** The brands of a workspace. */
public interface Brands {
    Change<Brand> create(Brand brand);

    Optional<Brand> find(WorkspaceId workspace, BrandId id);

    Page<Brand> list(WorkspaceId workspace, PageRequest page);

    /** Writes {@code changed} with its version raised, if the stored version is {@code changed.version()}. */
    Change<Brand> change(Brand changed);

    /** Refused while the brand has a channel. */
    Change<Brand> delete(WorkspaceId workspace, BrandId id, long version);
}
