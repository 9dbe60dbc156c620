package dev.parvis.bench.coldstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.parvis.bench.Figures;
import dev.parvis.bench.Options;
import dev.parvis.bench.Part;
import dev.parvis.bench.Table;
import dev.parvis.bench.world.World;
import dev.parvis.kernel.json.Json;
import dev.parvis.local.runtime.FunctionSpec;

/** Cold starts of all functions beside the floor's. */
public final class ColdStart {

    private static final double ZIP_GOAL = 8;
    private static final double AOT_GOAL = 2.5;
    private static final double BYTES_PER_MB = 1_000_000;
    private static final int FLOOR_MEMORY_MB = 1024;

    private final Options options;
    private final List<FunctionSpec> functions;
    private final Path folder;
    private final List<String> silent = new ArrayList<>();

    private ColdStart(Options options, List<FunctionSpec> functions) {
        this.options = options;
        this.functions = functions;
        this.folder = options.folder().resolve("coldstart");
    }

    public static ColdStart of(World world, Options options) {
        return new ColdStart(options, world.functions());
    }

    /** Samples the floor and every function in turns, from the zip and from the image with its cache. */
    public Part measure() {
        Subject floor = plain(floorSpec());
        List<Subject> zips =
                functions.stream().map(this::plain).filter(this::answers).toList();
        List<Subject> images = zips.stream().map(Subject::spec).map(this::image).toList();
        var all = new ArrayList<Subject>(List.of(floor));
        all.addAll(zips);
        all.addAll(images);
        all.forEach(subject -> subject.sample(false));
        for (int run = 0; run < options.runs(); run++) {
            all.forEach(subject -> subject.sample(true));
        }
        return part(floor, zips, images);
    }

    /** A function that does not answer at all has no figures; it is reported and the others are measured. */
    private boolean answers(Subject subject) {
        try {
            subject.sample(false);
            return true;
        } catch (IllegalStateException e) {
            silent.add(e.getMessage());
            return false;
        }
    }

    private Subject plain(FunctionSpec spec) {
        Path unpacked = Unzipped.of(spec.zip(), folder.resolve(spec.name()));
        return new Subject(spec, Packaging.zip(unpacked), folder.resolve(spec.name() + "-zip.log"));
    }

    private Subject image(FunctionSpec spec) {
        Packaging image = Packaging.image(folder.resolve(spec.name()));
        return new Subject(spec, Training.trained(spec, image, folder), folder.resolve(spec.name() + "-image.log"));
    }

    private FunctionSpec floorSpec() {
        return new FunctionSpec(
                "floor",
                FloorHandler.class.getName(),
                Unzipped.floor(folder.resolve("floor.zip")),
                Map.of("AWS_REGION", "eu-west-3"),
                FLOOR_MEMORY_MB,
                Duration.ofSeconds(30));
    }

    private Part part(Subject floor, List<Subject> zips, List<Subject> images) {
        Table table = Table.of(
                        "Cold start: process start to first answer, median of " + options.runs()
                                + " (goal: zip at most 8 x the floor, image with AOT cache at most 2.5 x)",
                        "function",
                        "zip MB",
                        "zip ms",
                        "min..max",
                        "x floor",
                        "peak MB",
                        "AOT ms",
                        "x floor",
                        "peak MB",
                        "goals")
                .with("floor", "0.0", ms(floor), span(floor), "1.0", mb(floor), "", "", "", "");
        var figures = new ArrayList<Json>();
        for (int i = 0; i < zips.size(); i++) {
            Subject zip = zips.get(i);
            Subject image = images.get(i);
            double ratio = zip.medianMillis() / floor.medianMillis();
            double aot = image.medianMillis() / floor.medianMillis();
            table = table.with(
                    zip.spec().name(),
                    Figures.number(zipMb(zip.spec()), 1),
                    ms(zip),
                    span(zip),
                    Figures.number(ratio, 1),
                    mb(zip),
                    ms(image),
                    Figures.number(aot, 1),
                    mb(image),
                    verdict(ratio, aot));
            figures.add(figures(zip, image, ratio, aot));
        }
        Json all = Json.obj(
                "floorMillis", Figures.rounded(floor.medianMillis(), 1), "runs", options.runs(), "functions", figures);
        return new Part("coldstart", List.of(table), all, silent);
    }

    private static Json figures(Subject zip, Subject image, double ratio, double aot) {
        return Json.obj(
                "name", zip.spec().name(),
                "zipMb", Figures.rounded(zipMb(zip.spec()), 2),
                "zipMillis", Figures.rounded(zip.medianMillis(), 1),
                "zipRatio", Figures.rounded(ratio, 2),
                "zipPeakMb", Figures.rounded(zip.peakMb(), 1),
                "aotMillis", Figures.rounded(image.medianMillis(), 1),
                "aotRatio", Figures.rounded(aot, 2),
                "aotPeakMb", Figures.rounded(image.peakMb(), 1));
    }

    private static String verdict(double zip, double aot) {
        return (zip <= ZIP_GOAL ? "kept" : "MISSED") + " / " + (aot <= AOT_GOAL ? "kept" : "MISSED");
    }

    private static String ms(Subject subject) {
        return Figures.number(subject.medianMillis(), 0);
    }

    private static String mb(Subject subject) {
        return Figures.number(subject.peakMb(), 0);
    }

    private static String span(Subject subject) {
        return Figures.number(subject.leastMillis(), 0) + ".." + Figures.number(subject.mostMillis(), 0);
    }

    private static double zipMb(FunctionSpec spec) {
        try {
            return Files.size(spec.zip()) / BYTES_PER_MB;
        } catch (IOException e) {
            throw new UncheckedIOException("no zip of " + spec.name(), e);
        }
    }
}
