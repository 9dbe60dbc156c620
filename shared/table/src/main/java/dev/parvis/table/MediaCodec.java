package dev.parvis.table;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.media.Focus;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.media.MediaId;
import dev.parvis.domain.media.Original;
import dev.parvis.domain.media.Rights;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Uploads. */
final class MediaCodec implements Codec<Media> {
    /** A focus is kept in whole thousandths. */
    private static final double GRAIN = 1000;

    @Override
    public Key key(Media media) {
        return key(media.workspace(), media.id());
    }

    static Key key(WorkspaceId workspace, MediaId id) {
        return Keys.inWorkspace(workspace, Keys.MEDIA, id.value());
    }

    /** The row by which a media is found when its rights are about to end. */
    static Key expiry(Media media, Instant endsAt) {
        return new Key(
                Keys.expiring(media.workspace(), media.brand()),
                Keys.at(endsAt, media.id().value()));
    }

    @Override
    public Attributes encode(Media media) {
        var row = Attributes.at(key(media))
                .text("brand", media.brand().value())
                .text("name", media.name())
                .text("type", media.type())
                .number("bytes", media.bytes())
                .text("alt", media.alt())
                .instant("createdAt", media.createdAt())
                .number("version", media.version())
                .text("mediaPk", Keys.media(media.workspace(), media.brand()))
                .text("mediaSk", Keys.at(media.createdAt(), media.id().value()));
        rights(row, media.rights());
        if (!media.focus().equals(Focus.CENTRE)) {
            row.number("focusX", Math.round(media.focus().x() * GRAIN))
                    .number("focusY", Math.round(media.focus().y() * GRAIN));
        }
        media.original().ifPresent(found -> row.text("sha256", found.sha256())
                .textUnlessEmpty("tag", found.tag())
                .number("width", found.width())
                .number("height", found.height())
                .number("lengthMillis", found.length().toMillis()));
        return row;
    }

    private static void rights(Attributes row, Rights rights) {
        row.textUnlessEmpty("credit", rights.credit())
                .textUnlessEmpty("holder", rights.holder())
                .textUnlessEmpty("licence", rights.licence())
                .textUnlessEmpty("source", rights.source())
                .textUnlessEmpty("people", rights.people());
        rights.expiry().ifPresent(end -> row.text("lastDay", end.lastDay().toString())
                .text("zone", end.zone().getId()));
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
                rights(row),
                row.has("focusX")
                        ? new Focus(row.number("focusX") / GRAIN, row.number("focusY") / GRAIN)
                        : Focus.CENTRE,
                original(row),
                row.instant("createdAt"),
                row.number("version"));
    }

    private static Rights rights(Row row) {
        return new Rights(
                row.textOrEmpty("credit"),
                row.textOrEmpty("holder"),
                row.textOrEmpty("licence"),
                row.textOrEmpty("source"),
                row.textOrEmpty("people"),
                row.has("lastDay")
                        ? Optional.of(
                                new Rights.Expiry(row.as("lastDay", LocalDate::parse), row.as("zone", ZoneId::of)))
                        : Optional.empty());
    }

    private static Optional<Original> original(Row row) {
        return row.has("sha256")
                ? Optional.of(new Original(
                        row.text("sha256"),
                        row.textOrEmpty("tag"),
                        Math.toIntExact(row.number("width")),
                        Math.toIntExact(row.number("height")),
                        Duration.ofMillis(row.number("lengthMillis"))))
                : Optional.empty();
    }
}
