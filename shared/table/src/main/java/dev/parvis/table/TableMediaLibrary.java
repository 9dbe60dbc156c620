package dev.parvis.table;

import java.util.Optional;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.media.MediaId;
import dev.parvis.domain.media.MediaLibrary;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Uploads; of a brand, newest first. */
final class TableMediaLibrary implements MediaLibrary {
    private final Rows rows;
    private final MediaCodec codec = new MediaCodec();
    private final Versioned<Media> media;

    TableMediaLibrary(Rows rows) {
        this.rows = rows;
        this.media = new Versioned<>(rows, codec);
    }

    @Override
    public Change<Media> create(Media created) {
        return media.create(created);
    }

    @Override
    public Optional<Media> find(WorkspaceId workspace, MediaId id) {
        return media.find(MediaCodec.key(workspace, id));
    }

    @Override
    public Page<Media> list(WorkspaceId workspace, BrandId brand, PageRequest page) {
        var range = Range.index("MediaByTime", "media", Keys.media(workspace, brand))
                .backwards();
        var found = rows.page(range, page);
        return new Page<>(found.items().stream().map(codec::decode).toList(), found.next());
    }

    @Override
    public Change<Media> change(Media changed) {
        return media.change(changed, changed.version());
    }

    @Override
    public Change<Media> delete(WorkspaceId workspace, MediaId id, long version) {
        return media.delete(MediaCodec.key(workspace, id), version);
    }
}
