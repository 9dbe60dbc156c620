package dev.parvis.bench.coldstart;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;

import dev.parvis.bench.Host;
import dev.parvis.local.runtime.FunctionSpec;
import dev.parvis.local.runtime.Machine;

/** One process of one function, from its start to its end; no shell and no watch stand between it and the clock. */
final class FunctionJvm implements AutoCloseable {

    /** The local runner alone sets it; a deployed function is told of no loopback server. */
    private static final String LOCAL_ONLY = "PARVIS_LOOPBACK_ALLOWED";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    private final FunctionSpec spec;
    private final RuntimeServer api;
    private final Process process;
    private final long startedNanos;

    FunctionJvm(FunctionSpec spec, Packaging packaging, Path log) {
        this.spec = spec;
        this.api = new RuntimeServer(spec.timeout());
        var builder = new ProcessBuilder(command(spec, packaging))
                .directory(packaging.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment(spec, packaging.folder()));
        builder.environment().putAll(spec.environment());
        builder.environment().remove(LOCAL_ONLY);
        startedNanos = System.nanoTime();
        try {
            process = builder.start();
        } catch (IOException e) {
            api.close();
            throw new UncheckedIOException("cannot start " + spec.name(), e);
        }
    }

    /** The managed runtime's flags and the template's memory, as every function is started here. */
    static List<String> flags(FunctionSpec spec) {
        var flags = new ArrayList<>(Machine.LAMBDA_FLAGS);
        flags.add("-Xmx" + spec.memoryMb() * 85L / 100 + "m");
        return List.copyOf(flags);
    }

    /** Runs an event to its answer; milliseconds since the process was started. */
    double answer(String event) {
        RuntimeServer.Back back = api.exchange(event.getBytes(StandardCharsets.UTF_8), PATIENCE);
        if (!back.answered()) {
            throw new IllegalStateException(spec.name() + " failed on " + event + ": " + back.body());
        }
        return (back.atNanos() - startedNanos) / 1e6;
    }

    double peakMb() {
        return Host.peakMb(process.pid());
    }

    /** Ends it as an image's platform does, SIGTERM, and waits: a JVM that trains writes its cache now. */
    void end(Duration patience) {
        process.destroy();
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException(spec.name() + " did not end within " + patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the measurement was broken off", e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().orTimeout(5, TimeUnit.SECONDS).join();
        api.close();
    }

    private static List<String> command(FunctionSpec spec, Packaging packaging) {
        var command = new ArrayList<String>();
        command.add(JAVA.toString());
        command.addAll(flags(spec));
        command.addAll(packaging.flags());
        command.addAll(List.of("-cp", packaging.classPathText(), AWSLambda.class.getName(), spec.handler()));
        return command;
    }

    private Map<String, String> environment(FunctionSpec spec, Path folder) {
        return Map.ofEntries(
                Map.entry("AWS_LAMBDA_RUNTIME_API", api.address()),
                Map.entry("AWS_LAMBDA_FUNCTION_NAME", spec.name()),
                Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
                Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(spec.memoryMb())),
                Map.entry("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + spec.name()),
                Map.entry("AWS_LAMBDA_LOG_STREAM_NAME", "bench"),
                Map.entry("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"),
                Map.entry("AWS_EXECUTION_ENV", "AWS_Lambda_java25"),
                Map.entry("LAMBDA_TASK_ROOT", folder.toString()),
                Map.entry("_HANDLER", spec.handler()),
                Map.entry("TZ", ":UTC"),
                Map.entry("LANG", "en_US.UTF-8"),
                Map.entry("MALLOC_ARENA_MAX", "2"),
                Map.entry("PATH", "/usr/local/bin:/usr/bin:/bin" + File.pathSeparator));
    }
}
