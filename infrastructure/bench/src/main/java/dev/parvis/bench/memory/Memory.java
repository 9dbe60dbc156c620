package dev.parvis.bench.memory;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import dev.parvis.bench.Figures;
import dev.parvis.bench.Host;
import dev.parvis.bench.Options;
import dev.parvis.bench.Part;
import dev.parvis.bench.Table;
import dev.parvis.bench.world.Templates;
import dev.parvis.bench.world.World;
import dev.parvis.kernel.json.Json;
import dev.parvis.kernel.time.Sleeper;

/** The suite's start and its memory with all functions warm. */
public final class Memory {

    private static final double BUDGET_MB = 2_200;
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STORY = Duration.ofSeconds(150);
    private static final Duration WARM = Duration.ofSeconds(120);
    private static final int FUNCTIONS = 9;
    private static final String READY = "Parvis is ready";

    private Memory() {}

    /** Starts it, lets the demo tell its story, waits until nine functions are warm, sums. */
    public static Part measure(Options options) {
        Path folder = World.emptied(options.folder().resolve("memory"));
        Path template = Templates.eachMinute(options.folder().resolve("minutely"));
        long from = System.nanoTime();
        try (var main = new LocalMain(folder, template)) {
            main.await(READY, START);
            double ready = (System.nanoTime() - from) / 1e9;
            main.await("report written", STORY);
            awaitAll(main);
            return part(main, ready);
        }
    }

    private static void awaitAll(LocalMain main) {
        InstantSource clock = InstantSource.system();
        var sleeper = Sleeper.real(clock);
        long deadline = System.nanoTime() + WARM.toNanos();
        while (main.handlers().size() < FUNCTIONS) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("warm are only " + main.handlers());
            }
            sleeper.sleepUntil(clock.instant().plusMillis(500));
        }
    }

    private static Part part(LocalMain main, double ready) {
        double own = Host.residentMb(main.pid());
        List<Double> functions = main.pids().stream()
                .filter(pid -> pid != main.pid())
                .map(Host::residentMb)
                .toList();
        double all = functions.stream().mapToDouble(Double::doubleValue).sum();
        double maven = maven();
        double total = own + all + maven;
        Table table = Table.of("The local suite with every function warm", "what", "processes", "MB")
                .with("Main with its emulators", "1", Figures.number(own, 0))
                .with("functions", Integer.toString(functions.size()), Figures.number(all, 0))
                .with("Maven", maven > 0 ? "1" : "0", Figures.number(maven, 0))
                .with("all", "", Figures.number(total, 0))
                .with("budget", "", Figures.number(BUDGET_MB, 0) + (total < BUDGET_MB ? ", kept" : ", BROKEN"))
                .with("start to \"Parvis is ready\"", "", Figures.number(ready, 1) + " s");
        Json figures = Json.obj(
                "mainMb", Figures.rounded(own, 1),
                "functionsMb", Figures.rounded(all, 1),
                "functions", functions.size(),
                "mavenMb", Figures.rounded(maven, 1),
                "totalMb", Figures.rounded(total, 1),
                "readySeconds", Figures.rounded(ready, 2));
        String broken = "the suite holds " + Figures.number(total, 0) + " MB, budget " + BUDGET_MB;
        return new Part("memory", List.of(table), figures, total < BUDGET_MB ? List.of() : List.of(broken));
    }

    /** The JVM that started this one; 0 when it was a shell. */
    private static double maven() {
        return ProcessHandle.current()
                .parent()
                .filter(parent -> parent.info().command().orElse("").endsWith("java"))
                .map(parent -> Host.residentMb(parent.pid()))
                .orElse(0.0);
    }
}
