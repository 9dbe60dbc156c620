package dev.parvis.functions.report.data;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import dev.parvis.domain.metrics.Metric;
import dev.parvis.domain.metrics.Reading;

/**
 * A post that went out on one channel.
 *
 * @param readings the latest of each figure; none when it was never read
 */
public record PostData(
        String post,
        String channel,
        String network,
        String text,
        String url,
        Instant dueAt,
        Instant publishedAt,
        Map<Metric, Reading> readings) {
    public PostData {
        readings = java.util.Collections.unmodifiableMap(new TreeMap<>(readings));
    }

    /** How long after its time it went out; negative when it was early. */
    public Duration lateness() {
        return Duration.between(dueAt, publishedAt);
    }

    PostData with(Map<Metric, Reading> read) {
        return new PostData(post, channel, network, text, url, dueAt, publishedAt, read);
    }
}
