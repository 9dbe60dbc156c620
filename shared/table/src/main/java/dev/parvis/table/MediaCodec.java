package dev.parvis.table;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.media.MediaId;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Uploads. */
final class MediaCodec implements Codec<Media> {
    @Override
    public Key key(Media media) {
        return key(media.workspace(), media.id());
    }

    static Key key(WorkspaceId workspace, MediaId id) {
        return Keys.inWorkspace(workspace, Keys.MEDIA, id.value());
    }

    @Override
    public Attributes encode(Media media) {
        return Attributes.at(key(media))
                .text("brand", media.brand().value())
                .text("name", media.name())
                .text("type", media.type())
                .number("bytes", media.bytes())
                .text("alt", media.alt())
                .instant("createdAt", media.createdAt())
                .number("version", media.version())
                .text("mediaPk", Keys.media(media.workspace(), media.brand()))
                .text("mediaSk", Keys.at(media.createdAt(), media.id().value()));
    }

    @Override
    public Media decode(Row row) {
        return new Media(
                row.key().workspace(),
                new MediaId(row.key().after(Keys.MEDIA)),
                row.as("brand", BrandId::new),
                row.text("name"),
                row.text("type"),
                row.number("bytes"),
                row.text("alt"),
                row.instant("createdAt"),
                row.number("version"));
    }
}
