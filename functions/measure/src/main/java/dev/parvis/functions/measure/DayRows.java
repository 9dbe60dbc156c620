package dev.parvis.functions.measure;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

import dev.parvis.domain.metrics.Metric;
import dev.parvis.domain.metrics.Reading;
import dev.parvis.domain.metrics.Snapshot;
import dev.parvis.domain.metrics.SnapshotOrder;
import dev.parvis.domain.metrics.Snapshots;
import dev.parvis.domain.metrics.Subject;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.posts.PostId;

/** Writes one look at a channel as the rows of its day. A failure never covers a figure that was read that day. */
final class DayRows {
    private final Snapshots snapshots;

    DayRows(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** What the rows are of. */
    record Day(SnapshotOrder order, NetworkId network, LocalDate day) {
        Snapshot row(Subject subject, Map<Metric, Reading> readings) {
            return new Snapshot(order.workspace(), order.brand(), order.channel(), network, subject, day, readings);
        }
    }

    void write(Day day, Figures figures, Map<String, PostId> posts) {
        var known = figures.failures() == 0 ? Map.<Subject, Snapshot>of() : known(day);
        put(day, new Subject.Account(), figures.account(), known);
        figures.posts().forEach((nativeId, readings) -> {
            var post = posts.get(nativeId);
            if (post != null) {
                put(day, new Subject.Published(post, nativeId), readings, known);
            }
        });
    }

    /** Read only after a failure: what an earlier look of the day gave. */
    private Map<Subject, Snapshot> known(Day day) {
        var known = new HashMap<Subject, Snapshot>();
        var order = day.order();
        snapshots
                .account(order.workspace(), order.channel(), day.day(), day.day())
                .forEach(row -> known.put(row.subject(), row));
        snapshots
                .latestOfPosts(order.workspace(), order.channel(), day.day(), day.day())
                .forEach(row -> known.put(row.subject(), row));
        return known;
    }

    private void put(Day day, Subject subject, Map<Metric, Reading> readings, Map<Subject, Snapshot> known) {
        var before = known.get(subject);
        snapshots.put(day.row(subject, before == null ? readings : kept(readings, before.readings())));
    }

    private static Map<Metric, Reading> kept(Map<Metric, Reading> now, Map<Metric, Reading> before) {
        var kept = new EnumMap<Metric, Reading>(Metric.class);
        kept.putAll(now);
        before.forEach((metric, reading) -> {
            if (reading instanceof Reading.Measured && kept.get(metric) instanceof Reading.Failed) {
                kept.put(metric, reading);
            }
        });
        return kept;
    }
}
