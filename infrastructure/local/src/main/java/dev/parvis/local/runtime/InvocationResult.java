package dev.parvis.local.runtime;

import java.time.Duration;

/** How one invocation ended. The four ends are the ones Lambda knows; each says how long it took and what was logged. */
public sealed interface InvocationResult {

    /** Times and log lines of this invocation. */
    Run run();

    /** The function answered. */
    record Answered(byte[] payload, Run run) implements InvocationResult {}

    /** The function threw, or could not be initialised; type and message as the runtime client reported them. */
    record Faulted(String type, String message, Run run) implements InvocationResult {}

    /** The function was killed because it did not answer in time. */
    record TimedOut(Duration limit, Run run) implements InvocationResult {}

    /** The process ended without an answer: a crash, {@code System.exit}, or a kill. */
    record Died(int exitCode, Run run) implements InvocationResult {}
}
