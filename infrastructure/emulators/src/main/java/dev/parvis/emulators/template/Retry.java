package dev.parvis.emulators.template;

import java.time.Duration;
import java.util.Map;

/**
 * How often something that failed is tried again.
 *
 * @param attempts after the first
 * @param age how old it may get before it is given up
 */
public record Retry(int attempts, Duration age) {
    /** EventBridge's rules and schedules: 185 times in 24 hours. */
    static final Retry OF_EVENTS = new Retry(185, Duration.ofHours(24));

    /** Lambda's asynchronous invocations: twice, in 6 hours. */
    static final Retry OF_INVOCATIONS = new Retry(2, Duration.ofHours(6));

    static Retry of(Map<String, Object> policy, Retry otherwise) {
        var seconds = Nodes.number(
                policy,
                "MaximumEventAgeInSeconds",
                Math.toIntExact(otherwise.age().toSeconds()));
        return new Retry(
                Nodes.number(policy, "MaximumRetryAttempts", otherwise.attempts()), Duration.ofSeconds(seconds));
    }
}
