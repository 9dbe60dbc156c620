/**
 * The bill, from what was measured here (milliseconds, units and log bytes of a tick that finds nothing), from what the
 * template declares (schedules, memory, alarms) and from list prices. Not from a bill: milliseconds on Graviton differ from
 * this machine's, and a container's fate between two ticks is Lambda's own affair; functions woken seldom are taken to
 * start cold each time.
 */
@NullMarked
package dev.parvis.bench.cost;

import org.jspecify.annotations.NullMarked;
