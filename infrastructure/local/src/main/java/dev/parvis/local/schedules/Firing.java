package dev.parvis.local.schedules;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A schedule that is due: wake the function with this event. */
public record Firing(Schedule schedule, Instant scheduledAt) {

    /** The input with the context attributes of EventBridge Scheduler in place. */
    public String event(String executionId) {
        return schedule.input()
                .replace(
                        "<aws.scheduler.scheduled-time>",
                        scheduledAt.truncatedTo(ChronoUnit.SECONDS).toString())
                .replace("<aws.scheduler.execution-id>", executionId)
                .replace("<aws.scheduler.attempt-number>", "1")
                .replace(
                        "<aws.scheduler.schedule-arn>",
                        "arn:aws:scheduler:local:000000000000:schedule/default/" + schedule.name());
    }
}
