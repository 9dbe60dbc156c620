/**
 * EventBridge Scheduler on this machine: the template's {@code rate(…)} and {@code cron(…)} expressions
 * (https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html), with its context attributes set into the input.
 *
 * <p>A rate fires first when the suite has started, one after the other, so that nobody waits a minute for the first sign of life and
 * nine cold starts do not meet on two cores; a cron fires when it is due. What fell due while the machine was asleep or the suite
 * down fires once, not once per missed time: a schedule only wakes, the agenda remembers.
 */
@NullMarked
package dev.parvis.local.schedules;

import org.jspecify.annotations.NullMarked;
