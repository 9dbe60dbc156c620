package dev.parvis.domain.metrics;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.workspaces.WorkspaceId;

/** Snapshots in memory. */
public final class InMemorySnapshots implements Snapshots {
    private final Map<String, Snapshot> rows = new TreeMap<>();

    @Override
    public synchronized void put(Snapshot snapshot) {
        var subject =
                switch (snapshot.subject()) {
                    case Subject.Account account -> "";
                    case Subject.Published post -> post.post().value();
                };
        rows.put(snapshot.workspace() + "#" + snapshot.channel() + "#" + snapshot.day() + "#" + subject, snapshot);
    }

    @Override
    public List<Snapshot> account(WorkspaceId workspace, ChannelId channel, LocalDate from, LocalDate to) {
        return read(workspace, channel, from, to).stream()
                .filter(snapshot -> snapshot.subject() instanceof Subject.Account)
                .toList();
    }

    @Override
    public List<Snapshot> latestOfPosts(WorkspaceId workspace, ChannelId channel, LocalDate from, LocalDate to) {
        var latest = new LinkedHashMap<Subject, Snapshot>();
        read(workspace, channel, from, to).stream()
                .filter(snapshot -> snapshot.subject() instanceof Subject.Published)
                .forEach(snapshot -> latest.put(snapshot.subject(), snapshot));
        return List.copyOf(latest.values());
    }

    private synchronized List<Snapshot> read(WorkspaceId workspace, ChannelId channel, LocalDate from, LocalDate to) {
        return rows.values().stream()
                .filter(each ->
                        each.workspace().equals(workspace) && each.channel().equals(channel))
                .filter(each -> !each.day().isBefore(from) && !each.day().isAfter(to))
                .toList();
    }
}
