package dev.parvis.domain.mentions;

import java.time.Instant;
import java.util.Optional;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

/** What the watches matched. */
public interface Mentions {
    /** Keeps a mention of an item that is kept already (a mention only names it); false when it was kept before. */
    boolean add(Mention mention);

    Optional<Mention> find(WorkspaceId workspace, BrandId brand, String id);

    /** Newest first, of one brand, found within [from, to). */
    Page<Mention> list(WorkspaceId workspace, BrandId brand, Instant from, Instant to, PageRequest page);
}
