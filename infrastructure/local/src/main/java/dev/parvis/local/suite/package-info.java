/**
 * The whole suite, wired: what the template declares is started on this machine and ended in the reverse order.
 *
 * <p>{@link dev.parvis.local.suite.Blueprint} reads functions, routes, schedules and rules from {@code template.yaml}; nothing is
 * listed twice. {@link dev.parvis.local.suite.Suite} starts the emulators over one folder, then the functions (each at its first
 * event), the schedules and the HTTP API. An event that nobody waits for is retried as Lambda does, with the template's
 * limits, only sooner: nobody watches a terminal for three minutes. What fails in the end is kept in
 * {@code failures.jsonl} and shown, as the queue of failures is in the cloud.
 *
 * <p>Ending: no schedule fires any more, running invocations have three seconds, then their processes are killed, then the
 * emulators are closed. A function killed on the way leaves its lease; the agenda hands the work out again at the next start.
 */
@NullMarked
package dev.parvis.local.suite;

import org.jspecify.annotations.NullMarked;
