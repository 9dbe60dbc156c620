package dev.parvis.local.runtime;

import java.time.Duration;
import java.util.List;

/**
 * What one invocation cost.
 *
 * @param requestId the id that the function saw
 * @param cold whether a process was started for it
 * @param duration from the process's start (cold) or the event's hand-over (warm) to the end
 * @param log the lines the function printed meanwhile, at most the last 200; after an answer, those that had been read by
 *     then (the {@link LogSink} gets every line)
 */
public record Run(String requestId, boolean cold, Duration duration, List<String> log) {

    public Run {
        log = List.copyOf(log);
    }
}
