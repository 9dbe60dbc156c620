package dev.parvis.domain.media;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

import dev.parvis.domain.Slices;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.InMemoryRows;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Uploads in memory. */
public final class InMemoryMediaLibrary implements MediaLibrary {
    private final InMemoryRows<Media> rows =
            new InMemoryRows<>(media -> key(media.workspace(), media.id()), Media::version, Media::at);
    private final Map<String, SortedMap<String, Use>> uses = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Rendition>> renditions = new ConcurrentHashMap<>();

    @Override
    public Change<Media> create(Media media) {
        return rows.create(media);
    }

    @Override
    public Optional<Media> find(WorkspaceId workspace, MediaId id) {
        return rows.find(key(workspace, id));
    }

    @Override
    public Optional<Media> current(WorkspaceId workspace, MediaId id) {
        return find(workspace, id);
    }

    @Override
    public Page<Media> list(WorkspaceId workspace, BrandId brand, PageRequest page) {
        var found = of(workspace, brand).stream()
                .sorted(Comparator.comparing(Media::createdAt)
                        .thenComparing(media -> media.id().value())
                        .reversed())
                .toList();
        return Slices.of(found, page);
    }

    private List<Media> of(WorkspaceId workspace, BrandId brand) {
        return rows.all(
                media -> media.workspace().equals(workspace) && media.brand().equals(brand));
    }

    @Override
    public Page<Media> expiring(WorkspaceId workspace, BrandId brand, Instant before, PageRequest page) {
        var found = of(workspace, brand).stream()
                .filter(media -> endsAt(media).isBefore(before))
                .sorted(Comparator.comparing(InMemoryMediaLibrary::endsAt)
                        .thenComparing(media -> media.id().value()))
                .toList();
        return Slices.of(found, page);
    }

    private static Instant endsAt(Media media) {
        return media.rights().expiry().map(Rights.Expiry::endsAt).orElse(Instant.MAX);
    }

    @Override
    public Change<Media> change(Media changed) {
        return rows.change(changed);
    }

    @Override
    public Change<Media> delete(WorkspaceId workspace, MediaId id, long version) {
        var change = rows.delete(key(workspace, id), version);
        if (change instanceof Change.Done) {
            uses.remove(key(workspace, id));
            forgetRenditions(workspace, id);
        }
        return change;
    }

    @Override
    public void keep(WorkspaceId workspace, MediaId id, Rendition rendition) {
        renditions
                .computeIfAbsent(key(workspace, id), fresh -> new ConcurrentHashMap<>())
                .put(rendition.name(), rendition);
    }

    @Override
    public Optional<Rendition> rendition(WorkspaceId workspace, MediaId id, String name) {
        return renditions(workspace, id).stream()
                .filter(kept -> kept.name().equals(name))
                .findFirst();
    }

    @Override
    public List<Rendition> renditions(WorkspaceId workspace, MediaId id) {
        return List.copyOf(renditions.getOrDefault(key(workspace, id), Map.of()).values());
    }

    @Override
    public void forgetRenditions(WorkspaceId workspace, MediaId id) {
        renditions.remove(key(workspace, id));
    }

    @Override
    public void use(WorkspaceId workspace, MediaId id, Use use) {
        var when = use.due().map(Instant::toString).orElse("DRAFT");
        uses.computeIfAbsent(key(workspace, id), fresh -> new ConcurrentSkipListMap<>(Comparator.reverseOrder()))
                .put(when + "#" + use.post().value(), use);
    }

    private List<Use> all(WorkspaceId workspace, MediaId id) {
        return List.copyOf(uses.getOrDefault(key(workspace, id), new ConcurrentSkipListMap<>())
                .values());
    }

    @Override
    public Page<Use> uses(WorkspaceId workspace, MediaId id, PageRequest page) {
        return Slices.of(all(workspace, id), page);
    }

    @Override
    public List<Use> usesSince(WorkspaceId workspace, MediaId id, Instant from, int most) {
        return all(workspace, id).stream()
                .filter(use -> use.due().filter(due -> !due.isBefore(from)).isPresent())
                .limit(most)
                .toList();
    }

    private static String key(WorkspaceId workspace, MediaId id) {
        return workspace + "#" + id;
    }
}
