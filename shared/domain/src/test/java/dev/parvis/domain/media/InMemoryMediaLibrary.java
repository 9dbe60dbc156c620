package dev.parvis.domain.media;

import java.util.Comparator;
import java.util.Optional;

import dev.parvis.domain.Slices;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.InMemoryRows;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Uploads in memory. */
public final class InMemoryMediaLibrary implements MediaLibrary {
    private final InMemoryRows<Media> rows = new InMemoryRows<>(
            media -> key(media.workspace(), media.id()),
            Media::version,
            (m, version) -> new Media(
                    m.workspace(), m.id(), m.brand(), m.name(), m.type(), m.bytes(), m.alt(), m.createdAt(), version));

    @Override
    public Change<Media> create(Media media) {
        return rows.create(media);
    }

    @Override
    public Optional<Media> find(WorkspaceId workspace, MediaId id) {
        return rows.find(key(workspace, id));
    }

    @Override
    public Page<Media> list(WorkspaceId workspace, BrandId brand, PageRequest page) {
        var found = rows
                .all(media ->
                        media.workspace().equals(workspace) && media.brand().equals(brand))
                .stream()
                .sorted(Comparator.comparing(Media::createdAt)
                        .thenComparing(media -> media.id().value())
                        .reversed())
                .toList();
        return Slices.of(found, page);
    }

    @Override
    public Change<Media> change(Media changed) {
        return rows.change(changed);
    }

    @Override
    public Change<Media> delete(WorkspaceId workspace, MediaId id, long version) {
        return rows.delete(key(workspace, id), version);
    }

    private static String key(WorkspaceId workspace, MediaId id) {
        return workspace + "#" + id;
    }
}
