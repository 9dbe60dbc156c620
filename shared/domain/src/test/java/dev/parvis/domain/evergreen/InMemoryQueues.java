package dev.parvis.domain.evergreen;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.parvis.domain.Slices;
import dev.parvis.domain.agenda.InMemoryAgenda;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Queues in memory: rows of the agenda, and their entries. */
public final class InMemoryQueues implements Queues {
    private final InMemoryAgenda agenda;
    private final Map<String, Entry> entries = new TreeMap<>();

    public InMemoryQueues(InMemoryAgenda agenda) {
        this.agenda = agenda;
    }

    @Override
    public Change<Queue> create(Queue queue, Instant due) {
        synchronized (agenda) {
            return agenda.put(Kind.QUEUE, queue, Optional.of(due))
                    ? new Change.Done<>(queue)
                    : new Change.Conflict<>(there(queue).orElseThrow());
        }
    }

    private Optional<Queue> there(Queue queue) {
        return find(queue.workspace(), queue.brand(), queue.queue());
    }

    @Override
    public Optional<Queue> find(WorkspaceId workspace, BrandId brand, QueueId id) {
        return agenda.find(Kind.QUEUE, workspace, brand + "." + id);
    }

    @Override
    public Page<Queue> list(WorkspaceId workspace, BrandId brand, PageRequest page) {
        return Slices.of(
                agenda.all(Kind.QUEUE, workspace, queue -> queue.brand().equals(brand)), page);
    }

    @Override
    public Change<Queue> change(Queue changed, Instant due) {
        synchronized (agenda) {
            var there = there(changed);
            if (there.isEmpty()) {
                return new Change.Missing<>();
            }
            if (there.get().version() != changed.version()) {
                return new Change.Conflict<>(there.get());
            }
            var next = new Queue(
                    changed.workspace(),
                    changed.queue(),
                    changed.brand(),
                    changed.name(),
                    changed.channels(),
                    changed.gapDays(),
                    changed.perDay(),
                    changed.paused(),
                    changed.createdBy(),
                    changed.createdAt(),
                    changed.version() + 1);
            agenda.edit(Kind.QUEUE, next, Optional.of(due));
            return new Change.Done<>(next);
        }
    }

    @Override
    public Change<Queue> delete(WorkspaceId workspace, BrandId brand, QueueId id, long version) {
        synchronized (agenda) {
            var there = find(workspace, brand, id);
            if (there.isEmpty()) {
                return new Change.Missing<>();
            }
            if (there.get().version() != version) {
                return new Change.Conflict<>(there.get());
            }
            agenda.remove(Kind.QUEUE, workspace, there.get().id());
            entries.keySet().removeIf(key -> key.startsWith(prefix(workspace, id)));
            return new Change.Done<>(there.get());
        }
    }

    private static String prefix(WorkspaceId workspace, QueueId queue) {
        return workspace + "#" + queue + "#";
    }

    private static String key(Entry entry) {
        return prefix(entry.workspace(), entry.queue()) + entry.id();
    }

    @Override
    public Change<Entry> add(Entry entry) {
        synchronized (agenda) {
            var there = entries.get(key(entry));
            if (there != null) {
                return new Change.Conflict<>(there);
            }
            if (entries(entry.workspace(), entry.queue()).size() >= Queue.MOST_ENTRIES) {
                return new Change.Refused<>("the queue is full");
            }
            entries.put(key(entry), entry);
            return new Change.Done<>(entry);
        }
    }

    @Override
    public Optional<Entry> entry(WorkspaceId workspace, QueueId queue, EntryId id) {
        synchronized (agenda) {
            return Optional.ofNullable(entries.get(prefix(workspace, queue) + id));
        }
    }

    @Override
    public List<Entry> entries(WorkspaceId workspace, QueueId queue) {
        synchronized (agenda) {
            return entries.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(prefix(workspace, queue)))
                    .map(Map.Entry::getValue)
                    .toList();
        }
    }

    @Override
    public Change<Entry> change(Entry changed) {
        synchronized (agenda) {
            var there = entries.get(key(changed));
            if (there == null) {
                return new Change.Missing<>();
            }
            if (there.version() != changed.version()) {
                return new Change.Conflict<>(there);
            }
            var next = there.editedTo(changed);
            entries.put(key(next), next);
            return new Change.Done<>(next);
        }
    }

    @Override
    public Change<Entry> remove(WorkspaceId workspace, QueueId queue, EntryId id, long version) {
        synchronized (agenda) {
            var there = entry(workspace, queue, id);
            if (there.isEmpty()) {
                return new Change.Missing<>();
            }
            if (there.get().version() != version) {
                return new Change.Conflict<>(there.get());
            }
            entries.remove(key(there.get()));
            return new Change.Done<>(there.get());
        }
    }

    @Override
    public boolean said(Entry seen, Instant at) {
        synchronized (agenda) {
            var there = entries.get(key(seen));
            if (there == null || there.times() != seen.times()) {
                return false;
            }
            entries.put(key(there), there.noting(seen.said(at)));
            return true;
        }
    }
}
