package dev.parvis.bench.cost;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.parvis.bench.Figures;
import dev.parvis.bench.Options;
import dev.parvis.bench.units.IdleUnits;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.json.MalformedJson;
import dev.parvis.local.runtime.FunctionSpec;
import dev.parvis.local.runtime.Run;

/** Ticks that find nothing, run and measured. */
final class Ticks {

    /** Ticks further apart than this are taken to find no warm container. */
    private static final int LEAST_A_MONTH_WARM = 30 * 24 * 12;

    private static final int RUNS = 5;

    /** START, END and REPORT as Lambda prints them in text format. */
    private static final double PLATFORM_BYTES = 350;

    private final Options options;
    private final Declared declared;
    private final List<Tick> ticks = new ArrayList<>();
    private final Set<String> metrics = new HashSet<>();

    Ticks(Options options, Declared declared) {
        this.options = options;
        this.declared = declared;
    }

    /** Runs every function that a schedule wakes: once cold, then warm. */
    Ticks measured() {
        try (var counted = IdleUnits.open(options)) {
            for (FunctionSpec spec : counted.world().functions()) {
                int perMonth = declared.wakes(spec.name());
                if (perMonth > 0) {
                    ticks.add(measure(counted, spec, perMonth));
                }
            }
        }
        return this;
    }

    List<Tick> all() {
        return List.copyOf(ticks);
    }

    /** Names of metrics that the ticks wrote, each under its dimensions. */
    int customMetrics() {
        return metrics.size();
    }

    private Tick measure(IdleUnits counted, FunctionSpec spec, int perMonth) {
        Run cold = counted.world().tick(spec.name()).run();
        keepMetrics(cold);
        var millis = new ArrayList<Double>();
        var bytes = new ArrayList<Double>();
        for (int i = 0; i < RUNS; i++) {
            Run warm = counted.world().tick(spec.name()).run();
            millis.add(millis(warm));
            bytes.add(bytes(warm));
            keepMetrics(warm);
        }
        var units = counted.perTick(spec.name());
        double billed = perMonth >= LEAST_A_MONTH_WARM ? Figures.median(millis) : millis(cold);
        return new Tick(
                spec.name(),
                perMonth,
                billed,
                spec.memoryMb(),
                units.reads(),
                units.writes(),
                PLATFORM_BYTES + Figures.median(bytes));
    }

    private void keepMetrics(Run run) {
        run.log().forEach(line -> metrics.addAll(metricsIn(line)));
    }

    private static Set<String> metricsIn(String line) {
        if (!line.contains("\"_aws\"")) {
            return Set.of();
        }
        try {
            Json json = Json.parse(line);
            return json.at("_aws", "CloudWatchMetrics").items().stream()
                    .flatMap(set -> set.at("Metrics").items().stream().map(metric -> identity(json, set, metric)))
                    .collect(Collectors.toSet());
        } catch (MalformedJson e) {
            throw new IllegalStateException("a metric that CloudWatch would drop: " + line, e);
        }
    }

    private static String identity(Json line, Json set, Json metric) {
        String dimensions = set.at("Dimensions", 0).items().stream()
                .map(name -> name.textOr("") + "=" + line.at(name.textOr("")))
                .collect(Collectors.joining(","));
        return set.at("Namespace") + " " + metric.at("Name") + " " + dimensions;
    }

    private static double millis(Run run) {
        return run.duration().toNanos() / 1e6;
    }

    private static double bytes(Run run) {
        return run.log().stream()
                .mapToDouble(line -> line.getBytes(StandardCharsets.UTF_8).length + 1)
                .sum();
    }
}
