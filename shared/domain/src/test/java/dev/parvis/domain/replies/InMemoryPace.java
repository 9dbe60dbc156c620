package dev.parvis.domain.replies;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.workspaces.WorkspaceId;

/** The pace in memory, which forgets no hour. */
public final class InMemoryPace implements Pace {
    private final Map<List<Object>, Set<String>> hours = new HashMap<>();

    @Override
    public synchronized boolean takes(WorkspaceId workspace, ChannelId channel, Instant at, String interaction) {
        var hour = List.<Object>of(workspace, channel, at.truncatedTo(ChronoUnit.HOURS));
        var taken = hours.computeIfAbsent(hour, _ -> new HashSet<>());
        return taken.contains(interaction) || (taken.size() < MOST_AN_HOUR && taken.add(interaction));
    }
}
