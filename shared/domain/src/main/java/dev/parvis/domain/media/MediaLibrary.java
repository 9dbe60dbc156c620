package dev.parvis.domain.media;

import java.util.Optional;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

/** What was uploaded, by brand. */
public interface MediaLibrary {
    Change<Media> create(Media media);

    Optional<Media> find(WorkspaceId workspace, MediaId id);

    Page<Media> list(WorkspaceId workspace, BrandId brand, PageRequest page);

    Change<Media> change(Media changed);

    Change<Media> delete(WorkspaceId workspace, MediaId id, long version);
}
