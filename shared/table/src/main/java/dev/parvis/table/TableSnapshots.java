package dev.parvis.table;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.metrics.Snapshot;
import dev.parvis.domain.metrics.Snapshots;
import dev.parvis.domain.metrics.Subject;
import dev.parvis.domain.workspaces.WorkspaceId;

/** The figures of a channel: one partition, a row per day for the account and per day and post. */
final class TableSnapshots implements Snapshots {
    private final Rows rows;
    private final SnapshotCodec codec = new SnapshotCodec();

    TableSnapshots(Rows rows) {
        this.rows = rows;
    }

    @Override
    public void put(Snapshot snapshot) {
        rows.put(codec.encode(snapshot));
    }

    @Override
    public List<Snapshot> account(WorkspaceId workspace, ChannelId channel, LocalDate from, LocalDate to) {
        return read(workspace, channel, MetricKeys.ACCOUNT_DAY, from, to);
    }

    /** Every day's rows are read, earliest first, and the last of each post is kept. */
    @Override
    public List<Snapshot> latestOfPosts(WorkspaceId workspace, ChannelId channel, LocalDate from, LocalDate to) {
        var latest = new LinkedHashMap<Subject, Snapshot>();
        read(workspace, channel, MetricKeys.POST_DAY, from, to).forEach(each -> latest.put(each.subject(), each));
        return List.copyOf(latest.values());
    }

    private List<Snapshot> read(WorkspaceId workspace, ChannelId channel, String kind, LocalDate from, LocalDate to) {
        var range = Range.of(MetricKeys.metrics(workspace, channel), kind).between(kind + from, kind + to + "#\uffff");
        return rows.all(range).stream().map(codec::decode).toList();
    }
}
