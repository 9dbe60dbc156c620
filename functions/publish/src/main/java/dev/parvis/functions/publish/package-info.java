/**
 * Publishes each target once, at its second.
 *
 * <p>A tick claims what is due within the horizon, prepares it at once, and holds it until its instant. {@code SENDING}
 * is written in the last five seconds, with all that a later worker needs to find the post again; the call that
 * follows is made at most once, and is never started when the lease could end before it does. What a call may have
 * done without saying so is looked for on the network before anything else happens; a worker that dies in mid-call
 * leaves a row in {@code SENDING}, which its successor treats the same way. Consequences (audit entry, deliveries) are
 * written before the row is finished, under ids that make repeating them harmless.
 */
@NullMarked
package dev.parvis.functions.publish;

import org.jspecify.annotations.NullMarked;
