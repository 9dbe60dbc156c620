package dev.parvis.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import dev.parvis.bench.coldstart.ColdStart;
import dev.parvis.bench.cost.Cost;
import dev.parvis.bench.memory.Memory;
import dev.parvis.bench.punctuality.Punctuality;
import dev.parvis.bench.units.Units;
import dev.parvis.bench.world.World;
import dev.parvis.kernel.json.Json;

/** Runs the parts that were asked for, prints their tables, writes their figures; status 1 when a budget is broken. */
public final class Bench {
    /** Parts that are tests of other modules, which print their tables themselves. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "chaos", "functions/publish, whose tests ran before this",
            "killed", "infrastructure/checks, whose tests run after this");

    private final Options options;
    private final Map<String, Supplier<Part>> parts = new LinkedHashMap<>();
    private final Map<String, Part> done = new LinkedHashMap<>();

    private Bench(Options options) {
        this.options = options;
        parts.put(
                "coldstart",
                () -> World.within(
                        options, world -> ColdStart.of(world, options).measure()));
        parts.put("units", () -> Units.measure(options));
        parts.put("punctuality", () -> World.inMemory(options, Punctuality::measure));
        parts.put("memory", () -> Memory.measure(options));
        parts.put("cost", () -> Cost.measure(options, Optional.ofNullable(done.get("units"))));
    }

    public static void main(String[] args) {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        List<String> broken = new Bench(Options.of(System.getProperties())).run();
        broken.forEach(budget -> System.err.println("bench: " + budget));
        System.exit(broken.isEmpty() ? 0 : 1);
    }

    private List<String> run() {
        var unknown = options.only().stream()
                .filter(name -> !parts.containsKey(name) && !ELSEWHERE.containsKey(name))
                .map(name -> "there is no part \"" + name + "\" among " + parts.keySet() + " and " + ELSEWHERE.keySet())
                .toList();
        if (!unknown.isEmpty()) {
            return unknown;
        }
        ELSEWHERE.forEach((name, where) -> {
            if (options.wants(name)) {
                System.out.println("\n\"" + name + "\" is measured in " + where);
            }
        });
        return parts.keySet().stream().anyMatch(options::wants) ? measured() : List.of();
    }

    private List<String> measured() {
        InstantSource clock = InstantSource.system();
        Instant from = clock.instant();
        parts.forEach((name, part) -> {
            if (options.wants(name)) {
                keep(part.get());
            }
        });
        write(clock.instant());
        var broken = new ArrayList<String>();
        done.values().forEach(part -> broken.addAll(part.broken()));
        System.out.println("\nMeasured in "
                + clock.instant().minusMillis(from.toEpochMilli()).getEpochSecond() + " s on " + Host.describe() + ", "
                + from + "; the figures are in " + file());
        return broken;
    }

    private void keep(Part part) {
        done.put(part.name(), part);
        part.tables().forEach(System.out::println);
        System.out.flush();
    }

    private void write(Instant at) {
        var all = new LinkedHashMap<String, Json>();
        done.forEach((name, part) -> all.put(name, part.figures()));
        Json figures = Json.obj("at", at, "machine", Host.describe(), "parts", all);
        try {
            Files.writeString(file(), figures + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file(), e);
        }
    }

    private Path file() {
        return options.folder().resolve("bench.json");
    }
}
