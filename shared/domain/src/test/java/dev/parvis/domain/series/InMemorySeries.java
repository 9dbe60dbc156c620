package dev.parvis.domain.series;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.parvis.domain.Slices;
import dev.parvis.domain.agenda.InMemoryAgenda;
import dev.parvis.domain.agenda.Kind;
import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Series in memory: rows of the agenda. */
public final class InMemorySeries implements SeriesBook {
    private final InMemoryAgenda agenda;
    private final Map<String, Saying> said = new HashMap<>();

    public InMemorySeries(InMemoryAgenda agenda) {
        this.agenda = agenda;
    }

    @Override
    public Change<Series> create(Series series, Saying saying, Instant due) {
        synchronized (agenda) {
            if (!agenda.put(Kind.SERIES, series, Optional.of(due))) {
                return new Change.Conflict<>(there(series).orElseThrow());
            }
            add(series, saying);
            return new Change.Done<>(series);
        }
    }

    @Override
    public Optional<Series> find(WorkspaceId workspace, BrandId brand, SeriesId id) {
        return agenda.find(Kind.SERIES, workspace, brand + "." + id);
    }

    @Override
    public Page<Series> list(WorkspaceId workspace, BrandId brand, PageRequest page) {
        return Slices.of(
                agenda.all(Kind.SERIES, workspace, series -> series.brand().equals(brand)), page);
    }

    @Override
    public List<Saying> sayings(Series series) {
        synchronized (agenda) {
            return series.editions().stream()
                    .flatMap(edition -> Optional.ofNullable(said.get(key(series, edition.id()))).stream())
                    .toList();
        }
    }

    @Override
    public void add(Series series, Saying saying) {
        synchronized (agenda) {
            said.put(key(series, saying.edition()), saying);
        }
    }

    @Override
    public Change<Series> change(Series changed, Instant due) {
        synchronized (agenda) {
            var there = there(changed);
            if (there.isEmpty()) {
                return new Change.Missing<>();
            }
            if (there.get().version() != changed.version()) {
                return new Change.Conflict<>(there.get());
            }
            var stored = there.get().madeUntil();
            var made = stored.isBefore(changed.madeUntil()) ? stored : changed.madeUntil();
            agenda.edit(Kind.SERIES, at(changed.made(made), changed.version() + 1), Optional.of(due));
            return new Change.Done<>(there(changed).orElseThrow());
        }
    }

    @Override
    public Change<Series> delete(WorkspaceId workspace, BrandId brand, SeriesId id, long version) {
        synchronized (agenda) {
            var there = find(workspace, brand, id);
            if (there.isEmpty()) {
                return new Change.Missing<>();
            }
            if (there.get().version() != version) {
                return new Change.Conflict<>(there.get());
            }
            agenda.remove(Kind.SERIES, workspace, there.get().id());
            return new Change.Done<>(there.get());
        }
    }

    private Optional<Series> there(Series series) {
        return find(series.workspace(), series.brand(), series.series());
    }

    private static String key(Series series, String edition) {
        return series.workspace() + "#" + series.series() + "#" + edition;
    }

    private static Series at(Series s, long version) {
        return new Series(
                s.workspace(),
                s.series(),
                s.brand(),
                s.recurrence(),
                s.skipped(),
                s.until(),
                s.editions(),
                s.state(),
                s.madeUntil(),
                s.createdBy(),
                s.createdAt(),
                version);
    }
}
