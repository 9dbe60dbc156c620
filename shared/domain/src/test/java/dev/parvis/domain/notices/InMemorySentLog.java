package dev.parvis.domain.notices;

import java.util.Comparator;
import java.util.Optional;
import java.util.TreeMap;

import dev.parvis.domain.stored.Page;
import dev.parvis.domain.stored.PageRequest;
import dev.parvis.domain.workspaces.WorkspaceId;

/** What was sent, in memory. Thread-safe. */
public final class InMemorySentLog implements SentLog {
    private final TreeMap<String, Sent> sent = new TreeMap<>(Comparator.reverseOrder());

    @Override
    public synchronized void keep(Sent now) {
        sent.put(key(now.event().workspace(), now.endpoint()) + now.id(), now);
    }

    @Override
    public synchronized Optional<Sent> find(WorkspaceId workspace, EndpointId endpoint, String id) {
        return Optional.ofNullable(sent.get(key(workspace, endpoint) + id));
    }

    @Override
    public synchronized Page<Sent> list(WorkspaceId workspace, EndpointId endpoint, PageRequest page) {
        var prefix = key(workspace, endpoint);
        var all = sent.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .filter(entry -> page.after()
                        .filter(after -> entry.getKey().compareTo(after) >= 0)
                        .isEmpty())
                .toList();
        var items =
                all.stream().limit(page.limit()).map(entry -> entry.getValue()).toList();
        return all.size() <= page.limit()
                ? Page.last(items)
                : new Page<>(items, Optional.of(all.get(page.limit() - 1).getKey()));
    }

    private static String key(WorkspaceId workspace, EndpointId endpoint) {
        return workspace + "#" + endpoint + "#";
    }
}
