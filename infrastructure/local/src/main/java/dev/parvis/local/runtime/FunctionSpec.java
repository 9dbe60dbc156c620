package dev.parvis.local.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * One function as the template declares it.
 *
 * @param name the function's short name, also the name of its working folder
 * @param handler {@code package.Class::method} or {@code package.Class}
 * @param zip the built package: jars under {@code lib/}, classes at its root
 * @param environment what the template sets, plus the endpoints of the local services
 * @param memoryMb the template's memory; the heap's limit is derived from it
 * @param timeout how long one invocation may take before its process is killed
 */
public record FunctionSpec(
        String name, String handler, Path zip, Map<String, String> environment, int memoryMb, Duration timeout) {

    public FunctionSpec {
        environment = Map.copyOf(environment);
        if (!name.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("not a function name: " + name);
        }
        if (memoryMb < 128 || memoryMb > 10_240) {
            throw new IllegalArgumentException(name + ": memory must be 128 to 10240 MB, not " + memoryMb);
        }
        if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(Duration.ofMinutes(15)) > 0) {
            throw new IllegalArgumentException(
                    name + ": a time-out is more than 0 and at most 15 minutes, not " + timeout);
        }
    }
}
