package dev.parvis.functions.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import dev.parvis.domain.metrics.Metric;
import dev.parvis.domain.workspaces.Language;

/**
 * Measures the function in a process of its own with a small heap, on a real table, bucket and mailbox: how long a
 * report of so many posts takes and what memory it needs. Run it by hand: its figures depend on the machine.
 */
public final class ReportMeasurement {
    private ReportMeasurement() {}

    /** {@code ReportMeasurement POSTS HEAP}, such as {@code 2000 256m}. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length == 0) {
            wake();
            return;
        }
        var folder = Files.createTempDirectory("parvis-measurement-");
        try (var house = new RealHouse(folder, Instant.now().toString())) {
            fill(house, Integer.parseInt(arguments[0]));
            var child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx" + arguments[1],
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path").replace(File.pathSeparator + File.pathSeparator, ""),
                            ReportMeasurement.class.getName())
                    .inheritIO();
            child.environment().putAll(house.environment());
            System.out.println("exit " + child.start().waitFor());
        }
    }

    private static void fill(RealHouse house, int posts) {
        var scene = new Scene(house.ports, Scene.readers("claire@client.example"));
        var channel = scene.channel(Scene.BLUESKY, "@ebene.bsky.social");
        var first = Instant.parse("2026-10-01T06:00:00Z");
        for (var i = 0; i < posts; i++) {
            var id = scene.published(
                    channel,
                    first.plus(Duration.ofMinutes(20L * i)).toString(),
                    Duration.ofMillis(i),
                    "Publication numéro " + i + " : la cuvée d’automne est arrivée, venez la goûter samedi matin !");
            scene.figures(
                    channel,
                    id,
                    "2026-11-01",
                    Map.of(
                            Metric.LIKES, Scene.read(i % 90, "likeCount", "2026-11-01"),
                            Metric.REPOSTS, Scene.read(i % 7, "repostCount", "2026-11-01"),
                            Metric.REPLIES, Scene.read(i % 5, "replyCount", "2026-11-01"),
                            Metric.QUOTES, Scene.read(0, "quoteCount", "2026-11-01")));
        }
        scene.asked("2026-10-01", "2026-10-31", Language.FR, "claire@client.example");
    }

    /** What Lambda does, in this process. */
    private static void wake() throws IOException {
        var out = new ByteArrayOutputStream();
        var event = "{\"tick\":\"report\",\"at\":\"2026-11-21T09:00:00Z\"}".getBytes(StandardCharsets.UTF_8);
        new ReportHandler().handleRequest(new ByteArrayInputStream(event), out, new TestContext());
        System.out.println(out.toString(StandardCharsets.UTF_8));
        Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .forEach(System.out::println);
    }
}
