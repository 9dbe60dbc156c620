/**
 * EventBridge Scheduler on this machine: the template's {@code rate(…)} and {@code cron(…)} expressions
 * (https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html), with its context attributes set into the input.
 *
 * <p>A rate of a minute fires first 20 s after the start, a slower one after 70 s, one after the other: the first tick finds what
 * was made at the start, and nine cold starts do not meet on two cores. A cron fires when it is due. What fell due while the machine was asleep or the suite
 * down fires once, not once per missed time: a schedule only wakes, the agenda remembers.
 */
@NullMarked
package dev.parvis.local.schedules;

import org.jspecify.annotations.NullMarked;
