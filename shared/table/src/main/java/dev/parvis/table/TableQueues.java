package dev.parvis.table;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.evergreen.Entry;
import dev.parvis.domain.evergreen.EntryId;
import dev.parvis.domain.evergreen.Queue;
import dev.parvis.domain.evergreen.QueueId;
import dev.parvis.domain.evergreen.Queues;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Evergreen queues, which stand on the agenda; their entries lie in a partition of their own. */
final class TableQueues implements Queues {
    private final Rows rows;
    private final QueueCodec codec = new QueueCodec();
    private final EntryCodec entryCodec = new EntryCodec();
    private final OnAgenda<Queue> queues;
    private final Versioned<Entry> entries;

    TableQueues(Rows rows, AgendaSettings settings) {
        this.rows = rows;
        this.queues = new OnAgenda<>(rows, Kind.QUEUE, codec, settings);
        this.entries = new Versioned<>(rows, entryCodec);
    }

    @Override
    public Change<Queue> create(Queue queue, Instant due) {
        return switch (queues.create(queue, millis(due), Expression.NEW)) {
            case Wrote.Done _ -> new Change.Done<>(queue);
            case Wrote.Lost lost ->
                lost.there()
                        .<Change<Queue>>map(row -> new Change.Conflict<>(codec.decode(row)))
                        .orElseGet(Change.Missing::new);
        };
    }

    @Override
    public Optional<Queue> find(WorkspaceId workspace, BrandId brand, QueueId id) {
        return rows.latest(Keys.queue(workspace, brand, id.value())).map(codec::decode);
    }

    @Override
    public Page<Queue> list(WorkspaceId workspace, BrandId brand, PageRequest page) {
        var found = rows.page(Range.of(Keys.tenant(workspace), Keys.queues(brand)), page);
        return new Page<>(found.items().stream().map(codec::decode).toList(), found.next());
    }

    @Override
    public Change<Queue> change(Queue changed, Instant due) {
        return queues.change(changed, changed.version(), millis(due));
    }

    /** The queue first: entries of no queue are said by nobody, and go when the deletion is asked for again. */
    @Override
    public Change<Queue> delete(WorkspaceId workspace, BrandId brand, QueueId id, long version) {
        var deleted = queues.delete(Keys.queue(workspace, brand, id.value()), version);
        switch (deleted) {
            case Change.Done<Queue> _, Change.Missing<Queue> _ ->
                all(workspace, id).forEach(row -> rows.delete(row.key(), Expression.NONE));
            case Change.Conflict<Queue> _, Change.Refused<Queue> _ -> {}
        }
        return deleted;
    }

    /** The count is not exact to the entry: two at once may both be the last. */
    @Override
    public Change<Entry> add(Entry entry) {
        var there = all(entry.workspace(), entry.queue());
        var isNew = there.stream().noneMatch(row -> row.key().equals(entryCodec.key(entry)));
        return isNew && there.size() >= Queue.MOST_ENTRIES
                ? new Change.Refused<>("the queue has " + Queue.MOST_ENTRIES + " entries, the most there can be")
                : entries.create(entry);
    }

    @Override
    public Optional<Entry> entry(WorkspaceId workspace, QueueId queue, EntryId id) {
        return rows.latest(Keys.entry(workspace, queue.value(), id.value())).map(entryCodec::decode);
    }

    @Override
    public List<Entry> entries(WorkspaceId workspace, QueueId queue) {
        return all(workspace, queue).stream().map(entryCodec::decode).toList();
    }

    private List<Row> all(WorkspaceId workspace, QueueId queue) {
        return rows.all(
                Range.of(Keys.entries(workspace, queue.value()), Keys.ENTRY).latest());
    }

    /** How often it was said is of what is stored: who notes it raises no version. */
    @Override
    public Change<Entry> change(Entry changed) {
        var there = entry(changed.workspace(), changed.queue(), changed.id());
        if (there.isEmpty()) {
            return new Change.Missing<>();
        }
        if (there.get().version() != changed.version()) {
            return new Change.Conflict<>(there.get());
        }
        var next = there.get().editedTo(changed);
        var same = Expression.version(changed.version()).and(times(there.get()));
        return switch (rows.put(entryCodec.encode(next), same)) {
            case Wrote.Done _ -> new Change.Done<>(next);
            case Wrote.Lost lost ->
                lost.there()
                        .<Change<Entry>>map(row -> new Change.Conflict<>(entryCodec.decode(row)))
                        .orElseGet(Change.Missing::new);
        };
    }

    private static Expression times(Entry seen) {
        return Expression.of("#times = :times").with("times", seen.times());
    }

    @Override
    public Change<Entry> remove(WorkspaceId workspace, QueueId queue, EntryId id, long version) {
        return entry(workspace, queue, id)
                .map(there -> entries.delete(entryCodec.key(there), there, version))
                .orElseGet(Change.Missing::new);
    }

    @Override
    public boolean said(Entry seen, Instant at) {
        var now = seen.said(at);
        var set = "SET #times = :next, #last = :last, #mark = :mark, #made = :made";
        var before = seen.last().map(Instant::toEpochMilli);
        var change = Expression.of(before.isPresent() ? set + ", #before = :before" : set + " REMOVE #before")
                .with("next", now.times())
                .with("last", at.toEpochMilli())
                .with("made", now.made().orElseThrow().post().value())
                .with(Rows.MARK, rows.mark());
        var whole = before.map(millis -> change.with("before", millis)).orElse(change);
        return rows.update(entryCodec.key(seen), whole, times(seen), Rows.MARK) instanceof Wrote.Done;
    }

    private static Optional<Instant> millis(Instant due) {
        return Optional.of(due.truncatedTo(ChronoUnit.MILLIS));
    }
}
