package dev.parvis.domain.preflight;

import java.time.Instant;
import java.util.Optional;

import dev.parvis.domain.posts.PostId;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

/** What was seen of posts before their time. Goes with the post, or a week after its time. */
public interface Checks {
    /** The last check of a post; of none that was deleted. */
    Optional<Check> find(WorkspaceId workspace, PostId post);

    /** Replaces the post's last check. */
    void put(Check check);

    /**
     * Targets that are looked at after one instant and up to another, in no order. As the index has them: one that was
     * written in the last second may be missing. A page may be empty and not be the last.
     */
    Page<Ahead> ahead(Instant after, Instant upTo, PageRequest page);

    /** Up to which time every target has been looked at a day before; empty at first. */
    Optional<Instant> swept();

    void swept(Instant upTo);
}
