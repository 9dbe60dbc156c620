package dev.parvis.table;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.media.Media;
import dev.parvis.domain.media.MediaId;
import dev.parvis.domain.media.MediaLibrary;
import dev.parvis.domain.media.Rendition;
import dev.parvis.domain.media.Rights;
import dev.parvis.domain.media.Use;
import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.kernel.time.Times;

/**
 * Uploads; of a brand, newest first. Beside a media whose rights end lies a row by when they do, and beside one that is used a
 * row for each use: written first, so that a death leaves a row too many, which readers pass over, and never one too few.
 */
final class TableMediaLibrary implements MediaLibrary {
    /** After every instant, which begins with a digit. */
    private static final String DRAFT = "DRAFT";

    private final Rows rows;
    private final MediaCodec codec = new MediaCodec();
    private final Versioned<Media> media;

    TableMediaLibrary(Rows rows) {
        this.rows = rows;
        this.media = new Versioned<>(rows, codec);
    }

    @Override
    public Change<Media> create(Media created) {
        expiry(created).ifPresent(key -> rows.put(Attributes.at(key)));
        return media.create(created);
    }

    @Override
    public Optional<Media> find(WorkspaceId workspace, MediaId id) {
        return media.find(MediaCodec.key(workspace, id));
    }

    @Override
    public Optional<Media> current(WorkspaceId workspace, MediaId id) {
        return rows.latest(MediaCodec.key(workspace, id)).map(codec::decode);
    }

    @Override
    public Page<Media> list(WorkspaceId workspace, BrandId brand, PageRequest page) {
        var range = Range.index("MediaByTime", "media", Keys.media(workspace, brand))
                .backwards();
        var found = rows.page(range, page);
        return new Page<>(found.items().stream().map(codec::decode).toList(), found.next());
    }

    @Override
    public Page<Media> expiring(WorkspaceId workspace, BrandId brand, Instant before, PageRequest page) {
        var range = Range.of(Keys.expiring(workspace, brand), "").between("0", Times.format(before));
        var found = rows.page(range, page);
        var there = rows.batch(found.items().stream()
                .map(row -> MediaCodec.key(workspace, idOf(row)))
                .toList());
        var expiring = found.items().stream()
                .flatMap(row -> Stream.ofNullable(there.get(MediaCodec.key(workspace, idOf(row))))
                        .map(codec::decode)
                        .filter(one -> expiry(one).equals(Optional.of(row.key()))))
                .toList();
        return new Page<>(expiring, found.next());
    }

    private static MediaId idOf(Row expiry) {
        var sk = expiry.key().sk();
        return new MediaId(sk.substring(sk.lastIndexOf('#') + 1));
    }

    private static Optional<Key> expiry(Media one) {
        return one.rights().expiry().map(Rights.Expiry::endsAt).map(at -> MediaCodec.expiry(one, at));
    }

    @Override
    public Change<Media> change(Media changed) {
        var now = expiry(changed);
        var before = find(changed.workspace(), changed.id()).flatMap(TableMediaLibrary::expiry);
        now.filter(key -> !before.equals(now)).ifPresent(key -> rows.put(Attributes.at(key)));
        var change = media.change(changed, changed.version());
        if (change instanceof Change.Done) {
            before.filter(key -> !before.equals(now)).ifPresent(rows::delete);
        }
        return change;
    }

    @Override
    public Change<Media> delete(WorkspaceId workspace, MediaId id, long version) {
        var change = media.delete(MediaCodec.key(workspace, id), version);
        if (change instanceof Change.Done<Media>(var gone)) {
            expiry(gone).ifPresent(rows::delete);
            rows.all(Range.of(Keys.uses(workspace, id), "")).forEach(use -> rows.delete(use.key()));
            forgetRenditions(workspace, id);
        }
        return change;
    }

    @Override
    public void keep(WorkspaceId workspace, MediaId id, Rendition rendition) {
        rows.put(RenditionCodec.encode(RenditionCodec.key(workspace, id, rendition.name()), rendition));
    }

    @Override
    public Optional<Rendition> rendition(WorkspaceId workspace, MediaId id, String name) {
        return rows.latest(RenditionCodec.key(workspace, id, name)).map(RenditionCodec::decode);
    }

    @Override
    public List<Rendition> renditions(WorkspaceId workspace, MediaId id) {
        return rows.all(Range.of(Keys.sizes(workspace, id), "").latest()).stream()
                .map(RenditionCodec::decode)
                .toList();
    }

    @Override
    public void forgetRenditions(WorkspaceId workspace, MediaId id) {
        rows.all(Range.of(Keys.sizes(workspace, id), "")).forEach(size -> rows.delete(size.key()));
    }

    @Override
    public void use(WorkspaceId workspace, MediaId id, Use use) {
        var when = use.due().map(Times::format).orElse(DRAFT);
        rows.put(Attributes.at(
                new Key(Keys.uses(workspace, id), when + "#" + use.post().value())));
    }

    @Override
    public Page<Use> uses(WorkspaceId workspace, MediaId id, PageRequest page) {
        var found = rows.page(Range.of(Keys.uses(workspace, id), "").backwards(), page);
        return new Page<>(found.items().stream().map(TableMediaLibrary::use).toList(), found.next());
    }

    @Override
    public List<Use> usesSince(WorkspaceId workspace, MediaId id, Instant from, int most) {
        var range = Range.of(Keys.uses(workspace, id), "")
                .latest()
                .between(Times.format(from), DRAFT)
                .backwards();
        return rows.query(range, most, Optional.empty()).stream()
                .map(TableMediaLibrary::use)
                .toList();
    }

    private static Use use(Row row) {
        var parts = row.key().sk().split("#", 2);
        return new Use(
                new PostId(parts[1]), parts[0].equals(DRAFT) ? Optional.empty() : Optional.of(Instant.parse(parts[0])));
    }
}
