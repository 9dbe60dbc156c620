package dev.parvis.domain.calendars;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Calendar links in memory. Thread-safe. */
public final class InMemoryCalendarLinks implements CalendarLinks {
    private final TreeMap<String, CalendarLink> links = new TreeMap<>();

    @Override
    public synchronized Change<CalendarLink> create(CalendarLink link) {
        var there = find(link.workspace(), link.brand(), link.id());
        if (there.isPresent()) {
            return new Change.Conflict<>(there.get());
        }
        if (of(link.workspace(), link.brand()).size() >= MOST) {
            return new Change.Refused<>("a brand has at most " + MOST + " calendar links");
        }
        links.put(key(link.workspace(), link.brand()) + link.id(), link);
        return new Change.Done<>(link);
    }

    @Override
    public synchronized Optional<CalendarLink> find(WorkspaceId workspace, BrandId brand, CalendarId id) {
        return Optional.ofNullable(links.get(key(workspace, brand) + id));
    }

    @Override
    public synchronized List<CalendarLink> of(WorkspaceId workspace, BrandId brand) {
        return links.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(key(workspace, brand)))
                .map(entry -> entry.getValue())
                .toList();
    }

    @Override
    public synchronized Change<CalendarLink> delete(WorkspaceId workspace, BrandId brand, CalendarId id, long version) {
        var there = find(workspace, brand, id);
        if (there.isEmpty()) {
            return new Change.Missing<>();
        }
        if (there.get().version() != version) {
            return new Change.Conflict<>(there.get());
        }
        links.remove(key(workspace, brand) + id);
        return new Change.Done<>(there.get());
    }

    private static String key(WorkspaceId workspace, BrandId brand) {
        return workspace + "#" + brand + "#";
    }
}
