package dev.parvis.aws.lambda;

import dev.parvis.kernel.log.Log;
import dev.parvis.kernel.time.Deadline;

/**
 * One run of a function.
 *
 * @param requestId Lambda's; also the incident id of a fault
 * @param deadline when Lambda will kill the process
 * @param cold whether this is the process's first run
 * @param log whose lines carry the function's name and the request id
 */
public record Invocation(String requestId, Deadline deadline, boolean cold, Log log) {}
