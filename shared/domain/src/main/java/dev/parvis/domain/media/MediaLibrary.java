package dev.parvis.domain.media;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

/** What was uploaded, by brand. An id is never given twice. */
public interface MediaLibrary {
    Change<Media> create(Media media);

    Optional<Media> find(WorkspaceId workspace, MediaId id);

    /** As it stands now: whoever changed it before has been heard. At twice the price of {@link #find}. */
    Optional<Media> current(WorkspaceId workspace, MediaId id);

    /** Newest first. */
    Page<Media> list(WorkspaceId workspace, BrandId brand, PageRequest page);

    /**
     * Those whose rights end before this instant, or have ended; the first to end first. A page may be short when rights
     * were changed since.
     */
    Page<Media> expiring(WorkspaceId workspace, BrandId brand, Instant before, PageRequest page);

    Change<Media> change(Media changed);

    /** With what was remembered of its uses and sizes. */
    Change<Media> delete(WorkspaceId workspace, MediaId id, long version);

    /** Remembers what became of a size, in place of what was said of it before. */
    void keep(WorkspaceId workspace, MediaId id, Rendition rendition);

    /** The size of this name, as it stands now. */
    Optional<Rendition> rendition(WorkspaceId workspace, MediaId id, String name);

    /** Every size that was kept, in no order. */
    List<Rendition> renditions(WorkspaceId workspace, MediaId id);

    void forgetRenditions(WorkspaceId workspace, MediaId id);

    /** Remembers a use. May be repeated; whoever keeps a post says so before it is kept. */
    void use(WorkspaceId workspace, MediaId id, Use use);

    /** Every use that was remembered, drafts first, then the latest due; a post may have several, and be gone. */
    Page<Use> uses(WorkspaceId workspace, MediaId id, PageRequest page);

    /** Uses by what was due from then on, the latest first: {@code most} at the most. Drafts are left out. */
    List<Use> usesSince(WorkspaceId workspace, MediaId id, Instant from, int most);
}
