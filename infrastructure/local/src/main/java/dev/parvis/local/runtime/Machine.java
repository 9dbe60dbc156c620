package dev.parvis.local.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/**
 * What all functions on this machine share.
 *
 * @param java the {@code java} program that runs them
 * @param runFolder where zips are unpacked, one folder per function
 * @param clock gives the deadlines their wall-clock time
 * @param requestIds a new id per invocation
 * @param log receives what the functions print
 * @param jvmFlags flags of every function's JVM, Lambda's own by default ({@link #LAMBDA_FLAGS})
 * @param processes how many processes one function may have at a time
 * @param startLimit how long a process may take to ask for its first event
 */
public record Machine(
        Path java,
        Path runFolder,
        InstantSource clock,
        Supplier<String> requestIds,
        LogSink log,
        List<String> jvmFlags,
        int processes,
        Duration startLimit) {

    /**
     * The flags the managed Java runtime uses (https://docs.aws.amazon.com/lambda/latest/dg/java-customization.html), and
     * the ones that silence JDK 25's warnings about the client's native library.
     */
    public static final List<String> LAMBDA_FLAGS = List.of(
            "-XX:+TieredCompilation",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    public Machine {
        jvmFlags = List.copyOf(jvmFlags);
        runFolder = runFolder.toAbsolutePath();
        if (processes < 1) {
            throw new IllegalArgumentException("a function needs one process at least, not " + processes);
        }
    }

    /** This JVM's own {@code java}, Lambda's flags, two processes per function and 30 s to start. */
    public static Machine of(Path runFolder, InstantSource clock, Supplier<String> requestIds, LogSink log) {
        return new Machine(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                runFolder,
                clock,
                requestIds,
                log,
                LAMBDA_FLAGS,
                2,
                Duration.ofSeconds(30));
    }

    /** The same machine with other JVM flags, for measurements. */
    public Machine withFlags(List<String> flags) {
        return new Machine(java, runFolder, clock, requestIds, log, flags, processes, startLimit);
    }

    /** The same machine with another limit of processes per function. */
    public Machine withProcesses(int limit) {
        return new Machine(java, runFolder, clock, requestIds, log, jvmFlags, limit, startLimit);
    }
}
