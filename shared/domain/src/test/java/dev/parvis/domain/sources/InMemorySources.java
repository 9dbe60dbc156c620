package dev.parvis.domain.sources;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.parvis.domain.Slices;
import dev.parvis.domain.agenda.InMemoryAgenda;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Sources in memory: rows of the agenda. */
public final class InMemorySources implements Sources {
    private final InMemoryAgenda agenda;
    private final Map<String, String> cursors = new HashMap<>();
    private final Set<String> drafted = new HashSet<>();

    public InMemorySources(InMemoryAgenda agenda) {
        this.agenda = agenda;
    }

    @Override
    public Change<Source> create(Source source, Instant firstPoll) {
        return agenda.put(Kind.SOURCE, source, due(source, firstPoll))
                ? new Change.Done<>(source)
                : new Change.Conflict<>(
                        find(source.workspace(), source.source()).orElseThrow());
    }

    @Override
    public Optional<Source> find(WorkspaceId workspace, SourceId id) {
        return agenda.find(Kind.SOURCE, workspace, id.value());
    }

    @Override
    public Page<Source> list(WorkspaceId workspace, PageRequest page) {
        return Slices.of(agenda.all(Kind.SOURCE, workspace, source -> true), page);
    }

    @Override
    public Change<Source> change(Source changed, Instant next) {
        synchronized (agenda) {
            var there = find(changed.workspace(), changed.source());
            if (there.isEmpty()) {
                return new Change.Missing<>();
            }
            if (there.get().version() != changed.version()) {
                return new Change.Conflict<>(there.get());
            }
            var raised = changed.with(changed.state(), changed.failures(), changed.reason());
            agenda.edit(Kind.SOURCE, raised, due(raised, next));
            return new Change.Done<>(raised);
        }
    }

    @Override
    public Change<Source> delete(WorkspaceId workspace, SourceId id, long version) {
        synchronized (agenda) {
            var there = find(workspace, id);
            if (there.isEmpty()) {
                return new Change.Missing<>();
            }
            if (there.get().version() != version) {
                return new Change.Conflict<>(there.get());
            }
            agenda.remove(Kind.SOURCE, workspace, id.value());
            cursors.remove(key(workspace, id));
            return new Change.Done<>(there.get());
        }
    }

    @Override
    public Optional<String> cursor(WorkspaceId workspace, SourceId id) {
        synchronized (agenda) {
            return Optional.ofNullable(cursors.get(key(workspace, id)));
        }
    }

    @Override
    public boolean isDrafted(WorkspaceId workspace, SourceId id, String digest) {
        synchronized (agenda) {
            return drafted.contains(key(workspace, id) + "#" + digest);
        }
    }

    @Override
    public void drafted(WorkspaceId workspace, SourceId id, String digest, Instant now) {
        synchronized (agenda) {
            drafted.add(key(workspace, id) + "#" + digest);
        }
    }

    @Override
    public void moveCursor(WorkspaceId workspace, SourceId id, String cursor) {
        if (cursor.getBytes(StandardCharsets.UTF_8).length > 100_000) {
            throw new IllegalArgumentException("a cursor has at most 100000 bytes");
        }
        synchronized (agenda) {
            cursors.put(key(workspace, id), cursor);
        }
    }

    private static Optional<Instant> due(Source source, Instant next) {
        return source.state() == SourceState.LISTENING ? Optional.of(next) : Optional.empty();
    }

    private static String key(WorkspaceId workspace, SourceId id) {
        return workspace + "#" + id;
    }
}
