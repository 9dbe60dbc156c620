package dev.parvis.kernel.log;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.parvis.kernel.json.Json;

/**
 * Metrics as log lines in CloudWatch's embedded format
 * (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html):
 * no call to an API, nothing lost when the function is frozen.
 */
public final class Metrics {
    private static final int MOST_DIMENSIONS = 30;

    private final Log log;

    public Metrics(Log log) {
        this.log = log;
    }

    /** Units of CloudWatch that we use. */
    public enum Unit {
        COUNT("Count"),
        MILLISECONDS("Milliseconds"),
        SECONDS("Seconds"),
        BYTES("Bytes");

        private final String label;

        Unit(String label) {
            this.label = label;
        }
    }

    /** One value of one metric, under one set of dimensions. NaN and infinite values are refused. */
    public void emf(String namespace, String name, Unit unit, double value, Map<String, String> dimensions) {
        if (dimensions.size() > MOST_DIMENSIONS || dimensions.containsKey(name) || dimensions.containsKey("_aws")) {
            throw new IllegalArgumentException("dimensions that CloudWatch would drop: " + dimensions.keySet());
        }
        var line = new LinkedHashMap<String, Object>();
        line.put(
                "_aws",
                Json.obj(
                        "Timestamp",
                        log.clock().millis(),
                        "CloudWatchMetrics",
                        List.of(Json.obj(
                                "Namespace", namespace,
                                "Dimensions", List.of(List.copyOf(dimensions.keySet())),
                                "Metrics", List.of(Json.obj("Name", name, "Unit", unit.label))))));
        line.putAll(dimensions);
        line.put(name, value);
        log.raw((Json.Obj) Json.of(line));
    }
}
