package dev.parvis.domain.evergreen;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

/** The queues of brands, each a row of the agenda, and what is in them. */
public interface Queues {
    /** Keeps an empty queue; it is due then. A conflict when the id is taken. */
    Change<Queue> create(Queue queue, Instant due);

    Optional<Queue> find(WorkspaceId workspace, BrandId brand, QueueId id);

    Page<Queue> list(WorkspaceId workspace, BrandId brand, PageRequest page);

    /**
     * Writes {@code changed} with its version raised, if the stored version is {@code changed.version()}, and makes it
     * due. Whoever holds the queue is fenced off.
     */
    Change<Queue> change(Queue changed, Instant due);

    /** Removes the queue and all its entries. */
    Change<Queue> delete(WorkspaceId workspace, BrandId brand, QueueId id, long version);

    /** A conflict when the id is taken; refused when the queue has {@link Queue#MOST_ENTRIES}. */
    Change<Entry> add(Entry entry);

    Optional<Entry> entry(WorkspaceId workspace, QueueId queue, EntryId id);

    /** All of a queue's entries, by id, as of now. */
    List<Entry> entries(WorkspaceId workspace, QueueId queue);

    /**
     * Writes what it says, its labels, its last day and whether it is paused, with its version raised, if the stored version
     * is {@code changed.version()}. How often it was said stays as it is stored.
     */
    Change<Entry> change(Entry changed);

    Change<Entry> remove(WorkspaceId workspace, QueueId queue, EntryId id, long version);

    /**
     * Notes that a post was made of it for this instant, if it was said as often as {@code seen} says. False when it was
     * noted already, or the entry is gone. Its version stays.
     */
    boolean said(Entry seen, Instant at);
}
