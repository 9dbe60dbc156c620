package dev.parvis.functions.report.data;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.parvis.domain.brands.Brand;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.channels.Channels;
import dev.parvis.domain.metrics.Metric;
import dev.parvis.domain.metrics.Snapshots;

/** The followers of each channel of a brand, and of those that were removed since but published in the period. */
final class FollowerHistory {
    private final Channels channels;
    private final Snapshots snapshots;

    FollowerHistory(Channels channels, Snapshots snapshots) {
        this.channels = channels;
        this.snapshots = snapshots;
    }

    List<ChannelData> of(Brand brand, Halves halves, Stream<PostData> posts) {
        var known = new TreeMap<String, ChannelData>();
        posts.forEach(
                post -> known.put(post.channel(), new ChannelData(post.channel(), post.network(), "", List.of())));
        Pages.walk(page -> channels.list(brand.workspace(), page), channel -> {
            if (channel.brand().equals(brand.id())) {
                var id = channel.id().value();
                known.put(id, new ChannelData(id, channel.network().value(), channel.handle(), List.of()));
            }
            return true;
        });
        return known.values().stream()
                .map(channel -> read(brand, halves, channel))
                .sorted(Comparator.comparing(ChannelData::network)
                        .thenComparing(ChannelData::handle)
                        .thenComparing(ChannelData::id))
                .toList();
    }

    private ChannelData read(Brand brand, Halves halves, ChannelData channel) {
        var from = halves.before().from().minusDays(ChannelData.DAYS_BEFORE);
        var to = halves.now().to().plusDays(1);
        var days = snapshots.account(brand.workspace(), new ChannelId(channel.id()), from, to).stream()
                .map(row -> Map.entry(row.day(), row.readings()))
                .filter(row -> row.getValue().containsKey(Metric.FOLLOWERS))
                .map(row -> new ChannelData.Day(row.getKey(), row.getValue().get(Metric.FOLLOWERS)))
                .toList();
        return new ChannelData(channel.id(), channel.network(), channel.handle(), days);
    }
}
