package dev.parvis.domain.items;

import java.util.Optional;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

/** What was found, kept once. */
public interface Items {
    /** Keeps an item addressed to nobody of ours; false when it was known. */
    boolean keep(Item item);

    /**
     * Keeps an interaction and puts it on moderation's agenda in the same write; false when it was known. An item
     * that was kept as addressed to nobody becomes the interaction: then true.
     */
    boolean keep(Interaction interaction);

    Optional<Interaction> interaction(WorkspaceId workspace, String id);

    /** A brand's interactions in one handling, by when they were found, newest first. */
    Page<Interaction> inbox(WorkspaceId workspace, BrandId brand, Handling handling, PageRequest page);

    /**
     * A person's decision: writes {@code changed} if the stored version is {@code changed.version() - 1}, and no answer was
     * begun that {@code changed} does not know: a rule's run says which one it makes without raising the version. It waits
     * as {@link Interaction#lookedAt} says.
     */
    Change<Interaction> decide(Interaction changed);
}
