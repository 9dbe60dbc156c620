package dev.parvis.bench.memory;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The suite in a process of its own, as {@code infrastructure/local/pom.xml} starts it. */
final class LocalMain implements AutoCloseable {

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> said = new ArrayList<>();

    LocalMain(Path folder, Path template) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xms16m", "-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=30"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of("-Dparvis.with-parent=true", "-Dparvis.port=0", "-Dparvis.dir=" + folder));
        command.add("-Dparvis.template=" + template);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.parvis.local.Main"));
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the suite", e);
        }
        Thread.ofVirtual().start(this::read);
    }

    long pid() {
        return process.pid();
    }

    /** Main's own and everything below it. */
    List<Long> pids() {
        var all = new ArrayList<>(List.of(process.pid()));
        process.descendants().filter(ProcessHandle::isAlive).forEach(child -> all.add(child.pid()));
        return all;
    }

    /** The functions that have a process: its last argument is the handler. */
    Set<String> handlers() {
        return process.descendants()
                .flatMap(child -> child.info().arguments().stream())
                .map(arguments -> arguments[arguments.length - 1])
                .filter(last -> last.startsWith("dev.parvis.functions."))
                .collect(Collectors.toSet());
    }

    /** Waits for a line that holds the words; what was said instead is in the exception. */
    void await(String words, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (true) {
                String line = lines.poll(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
                if (line == null) {
                    throw new IllegalStateException("the suite did not say \"" + words + "\" within " + patience + ": "
                            + String.join("\n", said));
                }
                said.add(line);
                if (line.contains(words)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the measurement was broken off", e);
        }
    }

    /** Ends it with SIGTERM and waits; its last resort is a kill. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(15, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void read() {
        try (var in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
            }
        } catch (IOException e) {
            lines.add("(its output ended: " + e.getMessage() + ")");
        }
    }
}
