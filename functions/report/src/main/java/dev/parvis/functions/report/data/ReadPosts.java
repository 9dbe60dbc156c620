package dev.parvis.functions.report.data;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.metrics.Metric;
import dev.parvis.domain.metrics.Reading;
import dev.parvis.domain.metrics.Snapshot;
import dev.parvis.domain.metrics.Snapshots;
import dev.parvis.domain.metrics.Subject;
import dev.parvis.domain.reports.Period;
import dev.parvis.domain.workspaces.WorkspaceId;

/**
 * The latest reading of each post that went out in a period, no later than the morning after it. Days are read from the
 * last one back and only as far as a post needs: a post is measured every day, so one day tells of nearly all, and a
 * month of thousands of posts is never held at once. A figure whose latest reading failed is taken from at most three
 * days earlier, with the time of that reading.
 */
final class ReadPosts {
    /** Posts are measured for 30 days. */
    private static final int LONGEST = 31;

    private final Snapshots snapshots;

    /** What is known of one post so far. */
    private static final class Sought {
        private final LocalDate publishedOn;
        private final Map<Metric, Reading> readings = new EnumMap<>(Metric.class);
        private LocalDate oldestUseful;

        Sought(LocalDate publishedOn) {
            this.publishedOn = publishedOn;
            this.oldestUseful = publishedOn;
        }

        boolean wants(LocalDate day) {
            return !day.isBefore(oldestUseful) && !day.isAfter(publishedOn.plusDays(LONGEST)) && !isSettled();
        }

        private boolean isSettled() {
            return !readings.isEmpty() && readings.values().stream().noneMatch(Reading.Failed.class::isInstance);
        }

        void take(Snapshot row) {
            if (readings.isEmpty()) {
                var three = row.day().minusDays(ChannelData.DAYS_BEFORE);
                oldestUseful = three.isAfter(oldestUseful) ? three : oldestUseful;
                readings.putAll(row.readings());
                return;
            }
            row.readings().forEach((metric, reading) -> {
                if (reading instanceof Reading.Measured && readings.get(metric) instanceof Reading.Failed) {
                    readings.put(metric, reading);
                }
            });
        }
    }

    ReadPosts(Snapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** The same posts, with what was read of them. */
    List<PostData> of(WorkspaceId workspace, Period period, List<PostData> posts) {
        var sought = new HashMap<PostData, Sought>();
        posts.forEach(post -> sought.put(
                post, new Sought(post.publishedAt().atZone(period.zone()).toLocalDate())));
        posts.stream()
                .map(PostData::channel)
                .distinct()
                .forEach(channel -> read(workspace, new ChannelId(channel), period, sought));
        return posts.stream().map(post -> post.with(found(sought, post))).toList();
    }

    private static Map<Metric, Reading> found(Map<PostData, Sought> sought, PostData post) {
        var one = sought.get(post);
        return one == null ? Map.of() : one.readings;
    }

    private void read(WorkspaceId workspace, ChannelId channel, Period period, Map<PostData, Sought> sought) {
        var ofChannel = new HashMap<String, Sought>();
        sought.forEach((post, one) -> {
            if (post.channel().equals(channel.value())) {
                ofChannel.put(post.post(), one);
            }
        });
        for (var day = period.to().plusDays(1); !day.isBefore(period.from()); day = day.minusDays(1)) {
            var on = day;
            if (ofChannel.values().stream().anyMatch(one -> one.wants(on))) {
                snapshots.latestOfPosts(workspace, channel, day, day).forEach(row -> take(row, ofChannel));
            }
        }
    }

    private static void take(Snapshot row, Map<String, Sought> ofChannel) {
        if (row.subject() instanceof Subject.Published(var post, var _)) {
            var one = ofChannel.get(post.value());
            if (one != null && one.wants(row.day())) {
                one.take(row);
            }
        }
    }
}
