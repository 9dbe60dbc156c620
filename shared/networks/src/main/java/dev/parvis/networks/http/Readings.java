package dev.parvis.networks.http;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

import dev.parvis.domain.metrics.Metric;
import dev.parvis.domain.metrics.Reading;
import dev.parvis.kernel.json.Json;

/** Collects the figures of one subject from one answer. Not provided, zero and failed stay three different things. */
public final class Readings {
    private final Map<Metric, Reading> readings = new EnumMap<>(Metric.class);
    private final String endpoint;
    private final Instant at;

    public Readings(String endpoint, Instant at) {
        this.endpoint = endpoint;
        this.at = at;
    }

    /** A figure that every server tells: when it is not there, that is a failure. */
    public Readings measured(Metric metric, Json body, String field) {
        return put(metric, body, field, new Reading.Failed("the answer has no whole number " + field, at));
    }

    /** A figure that some servers tell. */
    public Readings ifTold(Metric metric, Json body, String field) {
        return put(metric, body, field, new Reading.NotProvided("this server does not tell " + field));
    }

    public Readings notProvided(String reason, Metric... metrics) {
        for (var metric : metrics) {
            readings.put(metric, new Reading.NotProvided(reason));
        }
        return this;
    }

    public Readings failed(String reason, Metric... metrics) {
        for (var metric : metrics) {
            readings.put(metric, new Reading.Failed(reason, at));
        }
        return this;
    }

    public Map<Metric, Reading> all() {
        return Map.copyOf(readings);
    }

    private Readings put(Metric metric, Json body, String field, Reading otherwise) {
        readings.put(
                metric,
                body.at(field)
                        .whole()
                        .filter(value -> value >= 0)
                        .<Reading>map(value -> new Reading.Measured(value, endpoint, field, at))
                        .orElse(otherwise));
        return this;
    }
}
