package dev.parvis.domain.replies;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.stored.Change;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Regulars in memory, which forgets nobody. */
public final class InMemoryRegulars implements Regulars {
    private final Map<List<Object>, Regular> rows = new HashMap<>();

    @Override
    public synchronized Optional<Regular> find(WorkspaceId workspace, ChannelId channel, String author) {
        return Optional.ofNullable(rows.get(List.of(workspace, channel, author)));
    }

    @Override
    public synchronized Change<Regular> write(Regular regular) {
        var there = find(regular.workspace(), regular.channel(), regular.author());
        if (there.map(Regular::version).orElse(0L) != regular.version()) {
            return there.<Change<Regular>>map(Change.Conflict::new).orElseGet(Change.Missing::new);
        }
        var next = new Regular(
                regular.workspace(), regular.channel(), regular.author(), regular.turns(), regular.version() + 1);
        rows.put(List.of(regular.workspace(), regular.channel(), regular.author()), next);
        return new Change.Done<>(next);
    }
}
