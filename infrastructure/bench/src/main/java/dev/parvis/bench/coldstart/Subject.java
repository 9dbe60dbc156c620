package dev.parvis.bench.coldstart;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.parvis.bench.Figures;
import dev.parvis.bench.world.Events;
import dev.parvis.local.runtime.FunctionSpec;

/** One function in one packaging, and the samples taken of it so far. */
final class Subject {

    private final FunctionSpec spec;
    private final Packaging packaging;
    private final Path log;
    private final List<Double> millis = new ArrayList<>();
    private final List<Double> peaks = new ArrayList<>();

    Subject(FunctionSpec spec, Packaging packaging, Path log) {
        this.spec = spec;
        this.packaging = packaging;
        this.log = log;
    }

    FunctionSpec spec() {
        return spec;
    }

    Packaging packaging() {
        return packaging;
    }

    /** Starts a process, runs one event, ends it; the first call fills the disk's cache and is not kept. */
    void sample(boolean kept) {
        try (var jvm = new FunctionJvm(spec, packaging, log)) {
            double took = jvm.answer(Events.idle(spec.name()));
            if (kept) {
                millis.add(took);
                peaks.add(jvm.peakMb());
            }
        }
    }

    double medianMillis() {
        return Figures.median(millis);
    }

    double leastMillis() {
        return Figures.percentile(millis, 0);
    }

    double mostMillis() {
        return Figures.percentile(millis, 100);
    }

    double peakMb() {
        return Figures.median(peaks);
    }
}
