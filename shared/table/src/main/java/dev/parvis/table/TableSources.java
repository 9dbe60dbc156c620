package dev.parvis.table;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.sources.Source;
import dev.parvis.domain.sources.SourceId;
import dev.parvis.domain.sources.SourceState;
import dev.parvis.domain.sources.Sources;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Sources, and their cursors apart. */
final class TableSources implements Sources {
    private static final int MOST_CURSOR = 100_000;

    private static final Duration DRAFTED = Duration.ofDays(400);

    private final Rows rows;
    private final SourceCodec codec = new SourceCodec();
    private final OnAgenda<Source> sources;

    TableSources(Rows rows, AgendaSettings settings) {
        this.rows = rows;
        this.sources = new OnAgenda<>(rows, Kind.SOURCE, codec, settings);
    }

    @Override
    public Change<Source> create(Source source, Instant firstPoll) {
        return switch (sources.create(source, due(source, firstPoll), Expression.NEW)) {
            case Wrote.Done(Row row) -> new Change.Done<>(codec.decode(row));
            case Wrote.Lost(Optional<Row> there) ->
                there.<Change<Source>>map(row -> new Change.Conflict<>(codec.decode(row)))
                        .orElseGet(Change.Missing::new);
        };
    }

    private static Optional<Instant> due(Source source, Instant next) {
        return source.state() == SourceState.LISTENING
                ? Optional.of(next.truncatedTo(ChronoUnit.MILLIS))
                : Optional.empty();
    }

    @Override
    public Optional<Source> find(WorkspaceId workspace, SourceId id) {
        return sources.find(key(workspace, id));
    }

    @Override
    public Page<Source> list(WorkspaceId workspace, PageRequest page) {
        var found = rows.page(Range.of(Keys.tenant(workspace), Keys.SOURCE), page);
        return new Page<>(found.items().stream().map(codec::decode).toList(), found.next());
    }

    @Override
    public Change<Source> change(Source changed, Instant next) {
        return sources.change(changed, changed.version(), due(changed, next));
    }

    /** The cursor goes last: without its source nobody reads it. */
    @Override
    public Change<Source> delete(WorkspaceId workspace, SourceId id, long version) {
        var deleted = sources.delete(key(workspace, id), version);
        if (deleted instanceof Change.Done || deleted instanceof Change.Missing) {
            rows.delete(Keys.cursor(workspace, id.value()));
        }
        return deleted;
    }

    @Override
    public Optional<String> cursor(WorkspaceId workspace, SourceId id) {
        return rows.look(Keys.cursor(workspace, id.value())).map(row -> row.text("cursor"));
    }

    @Override
    public void moveCursor(WorkspaceId workspace, SourceId id, String cursor) {
        if (Attributes.utf8(cursor) > MOST_CURSOR) {
            throw new IllegalArgumentException("a cursor has at most " + MOST_CURSOR + " bytes");
        }
        rows.put(Attributes.at(Keys.cursor(workspace, id.value())).text("cursor", cursor));
    }

    @Override
    public boolean isDrafted(WorkspaceId workspace, SourceId id, String digest) {
        return rows.find(Keys.drafted(workspace, id.value(), digest)).isPresent();
    }

    @Override
    public void drafted(WorkspaceId workspace, SourceId id, String digest, Instant now) {
        rows.put(Attributes.at(Keys.drafted(workspace, id.value(), digest))
                .number("ttl", now.plus(DRAFTED).getEpochSecond()));
    }

    private Key key(WorkspaceId workspace, SourceId id) {
        return codec.key(workspace, id.value());
    }
}
