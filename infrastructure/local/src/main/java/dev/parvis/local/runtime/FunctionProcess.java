package dev.parvis.local.runtime;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.parvis.local.runtime.Invocation.End;

/** One JVM of one function with its Runtime API; it takes one event at a time and is not used again once it has failed. */
final class FunctionProcess implements AutoCloseable {

    private static final int LOG_LINES = 200;

    private final FunctionSpec spec;
    private final Machine machine;
    private final RuntimeApi api;
    private final Process process;
    private final long startedNanos;
    private final Deque<String> lines = new ArrayDeque<>();
    private boolean used;
    private boolean tookLast;

    FunctionProcess(FunctionSpec spec, Machine machine) {
        this.spec = spec;
        this.machine = machine;
        Path task = Unpacked.of(spec.zip(), machine.runFolder().resolve(spec.name()));
        this.api = new RuntimeApi(spec, machine.clock());
        this.startedNanos = System.nanoTime();
        try {
            this.process = command(task).start();
        } catch (IOException e) {
            api.close();
            throw new UncheckedIOException("cannot start the process of " + spec.name(), e);
        }
        Thread.ofVirtual().name(spec.name() + "-log").start(this::readLines);
    }

    /** Runs one event to its end; after anything but an answer or an error of the function's own, the process is dead. */
    InvocationResult invoke(byte[] event) {
        boolean cold = !used;
        used = true;
        long from = cold ? startedNanos : System.nanoTime();
        takeLines();
        var invocation = new Invocation(machine.requestIds().get(), event);
        CompletableFuture<Process> exit =
                process.onExit().whenComplete((ended, failure) -> invocation.end(new End.Exit(ended.exitValue())));
        api.offer(invocation);
        try {
            invocation.handedOut.get(machine.startLimit().toMillis(), TimeUnit.MILLISECONDS);
            End end = invocation.end.get(spec.timeout().toMillis(), TimeUnit.MILLISECONDS);
            var duration = Duration.ofNanos(System.nanoTime() - from);
            if (!(end instanceof End.Answer)) {
                awaitLastLines();
            }
            return result(end, new Run(invocation.requestId, cold, duration, takeLines()));
        } catch (TimeoutException e) {
            Duration limit = invocation.handedOut.isDone() ? spec.timeout() : machine.startLimit();
            kill();
            return new InvocationResult.TimedOut(limit, failed(invocation, cold, from));
        } catch (ExecutionException e) {
            throw new IllegalStateException("an invocation is only ever completed with a value", e);
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
            return new InvocationResult.Died(-1, failed(invocation, cold, from));
        } finally {
            tookLast = invocation.taken();
            exit.cancel(false);
        }
    }

    /** Whether the last event reached the function at all. */
    boolean tookLast() {
        return tookLast;
    }

    boolean alive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** SIGKILL, and waits until the process is gone, five seconds at most. */
    void kill() {
        process.destroyForcibly();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                machine.log().line(spec.name(), "process " + process.pid() + " does not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
        api.close();
    }

    private InvocationResult result(End end, Run run) {
        return switch (end) {
            case End.Answer answer -> new InvocationResult.Answered(answer.payload(), run);
            case End.Error(var type, var message) -> new InvocationResult.Faulted(type, message, run);
            case End.Exit(var code) -> new InvocationResult.Died(code, run);
        };
    }

    private Run failed(Invocation invocation, boolean cold, long from) {
        var duration = Duration.ofNanos(System.nanoTime() - from);
        awaitLastLines();
        return new Run(invocation.requestId, cold, duration, takeLines());
    }

    /** What was printed before a failure may still be in the pipe: waits until nothing came for 20 ms. */
    private void awaitLastLines() {
        synchronized (lines) {
            try {
                int seen;
                do {
                    seen = lines.size();
                    lines.wait(20);
                } while (lines.size() > seen);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** {@code trap "" INT} and {@code exec}: the JVM inherits the ignored signal, and no shell is left beside it. */
    private ProcessBuilder command(Path task) {
        var command = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh"));
        command.add(machine.java().toString());
        command.addAll(machine.jvmFlags());
        command.add("-Xms8m");
        command.add("-Xmx" + spec.memoryMb() * 85L / 100 + "m");
        command.addAll(List.of("-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=30"));
        RuntimeClient.nativeLibrary(machine.runFolder()).ifPresent(command::add);
        command.addAll(List.of("-cp", RuntimeClient.classPath(machine.runFolder())));
        command.addAll(List.of(ParentWatch.class.getName(), RuntimeClient.MAIN_CLASS, spec.handler()));
        var builder = new ProcessBuilder(command).directory(task.toFile()).redirectErrorStream(true);
        var environment = builder.environment();
        environment.clear();
        environment.putAll(lambdaEnvironment(task));
        environment.putAll(spec.environment());
        return builder;
    }

    private Map<String, String> lambdaEnvironment(Path task) {
        return Map.ofEntries(
                Map.entry("AWS_LAMBDA_RUNTIME_API", api.address()),
                Map.entry("AWS_LAMBDA_FUNCTION_NAME", spec.name()),
                // A role's credentials always have one; here it tells whose call it is.
                Map.entry("AWS_SESSION_TOKEN", spec.name()),
                Map.entry("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST"),
                Map.entry("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(spec.memoryMb())),
                Map.entry("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + spec.name()),
                Map.entry("AWS_LAMBDA_LOG_STREAM_NAME", "local"),
                Map.entry("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand"),
                Map.entry("AWS_EXECUTION_ENV", "AWS_Lambda_java25"),
                Map.entry("LAMBDA_TASK_ROOT", task.toString()),
                Map.entry("_HANDLER", spec.handler()),
                Map.entry("TZ", ":UTC"),
                Map.entry("LANG", "en_US.UTF-8"),
                Map.entry("MALLOC_ARENA_MAX", "2"),
                Map.entry("PATH", "/usr/local/bin:/usr/bin:/bin"));
    }

    private void readLines() {
        try (var in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                machine.log().line(spec.name(), line);
                keep(line);
            }
        } catch (IOException e) {
            keep("(log ended: " + e.getMessage() + ")");
        }
    }

    private void keep(String line) {
        synchronized (lines) {
            if (lines.size() == LOG_LINES) {
                lines.removeFirst();
            }
            lines.addLast(line);
            lines.notifyAll();
        }
    }

    private List<String> takeLines() {
        synchronized (lines) {
            List<String> taken = List.copyOf(lines);
            lines.clear();
            return taken;
        }
    }
}
