package dev.parvis.table;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

import dev.parvis.domain.brands.BrandId;
import dev.parvis.domain.channels.ChannelId;
import dev.parvis.domain.metrics.Metric;
import dev.parvis.domain.metrics.Reading;
import dev.parvis.domain.metrics.Snapshot;
import dev.parvis.domain.metrics.Subject;
import dev.parvis.domain.networks.NetworkId;
import dev.parvis.domain.posts.PostId;

/** Figures of a day. What a reading is stands in its shape: a value, a reason, or a reason with a time. */
final class SnapshotCodec implements Codec<Snapshot> {
    private static final String METRICS = "#METRICS#";

    @Override
    public Key key(Snapshot snapshot) {
        return switch (snapshot.subject()) {
            case Subject.Account account ->
                MetricKeys.accountDay(snapshot.workspace(), snapshot.channel(), snapshot.day());
            case Subject.Published post ->
                MetricKeys.postDay(snapshot.workspace(), snapshot.channel(), snapshot.day(), post.post());
        };
    }

    @Override
    public Attributes encode(Snapshot snapshot) {
        var readings = new Attributes();
        snapshot.readings().forEach((metric, reading) -> readings.map(metric.name(), encode(reading)));
        var row = Attributes.at(key(snapshot))
                .text("brand", snapshot.brand().value())
                .text("network", snapshot.network().value())
                .text("day", snapshot.day().toString())
                .map("readings", readings);
        if (snapshot.subject() instanceof Subject.Published(PostId post, String nativeId)) {
            row.text("post", post.value()).text("nativeId", nativeId);
        }
        return row;
    }

    private static Attributes encode(Reading reading) {
        return switch (reading) {
            case Reading.Measured measured ->
                new Attributes()
                        .number("value", measured.value())
                        .text("endpoint", measured.endpoint())
                        .text("field", measured.field())
                        .instant("at", measured.at());
            case Reading.NotProvided absent -> new Attributes().text("absent", absent.reason());
            case Reading.Failed failed ->
                new Attributes().text("failed", failed.reason()).instant("at", failed.at());
        };
    }

    @Override
    public Snapshot decode(Row row) {
        return new Snapshot(
                row.key().workspace(),
                row.as("brand", BrandId::new),
                new ChannelId(row.key().partitionAfter(METRICS)),
                row.as("network", NetworkId::new),
                row.has("post")
                        ? new Subject.Published(row.as("post", PostId::new), row.text("nativeId"))
                        : new Subject.Account(),
                row.as("day", LocalDate::parse),
                readings(row.map("readings")));
    }

    private static Map<Metric, Reading> readings(Row row) {
        var readings = new EnumMap<Metric, Reading>(Metric.class);
        for (var metric : Metric.values()) {
            row.mapIf(metric.name()).ifPresent(reading -> readings.put(metric, reading(reading)));
        }
        return readings;
    }

    private static Reading reading(Row row) {
        if (row.has("value")) {
            return new Reading.Measured(
                    row.number("value"), row.text("endpoint"), row.text("field"), row.instant("at"));
        }
        return row.has("absent")
                ? new Reading.NotProvided(row.text("absent"))
                : new Reading.Failed(row.text("failed"), row.instant("at"));
    }
}
