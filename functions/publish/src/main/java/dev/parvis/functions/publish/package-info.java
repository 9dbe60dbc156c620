/**
 * Publishes each target once, at its second.
 *
 * <p>A tick claims what is due within the horizon, prepares it at once, and holds it until its instant. {@code SENDING}
 * is written in the last five seconds, with all that a later worker needs to find the post again; the call that
 * follows is made at most once, and is never started when the lease could end before it does. What a call may have
 * done without saying so is looked for on the network before anything else happens; a worker that dies in mid-call
 * leaves a row in {@code SENDING}, which its successor treats the same way. Consequences (audit entry, deliveries) are
 * written before the row is finished, under ids that make repeating them harmless. That a post is out is a fact, told as
 * soon as it is known; that it is given up is our decision, written under the fence before anybody is told, so that a
 * worker that stood still for minutes never tells what its successor has made untrue.
 *
 * <p>A crisis stop is looked at 40 ms before the instant, whoever put it while we waited, by a read of that moment or one that
 * began at most a tenth of a second before; a look that was asked for more than a second before the call is taken again. What
 * it holds is out of the agenda
 * until a person decides; what was due while a stop stood is held even when it is met after the stop was lifted. What is
 * in doubt stays in doubt under a stop: looking is not speaking.
 *
 * <p>Every target has a thread of its own, so that no account waits for another's network. They share what would make all of
 * them late at a second that many are due at: one look at a workspace's stops serves all that go out at that instant
 * ({@link dev.parvis.functions.publish.SharedLooks}), what became of a call is written when no other is about to be made
 * ({@link dev.parvis.functions.publish.Rush}), and an account prepares few images at once
 * ({@link dev.parvis.functions.publish.Uploads}). Targets of one account that are due at the same instant are started in the order
 * in which they were created, ten milliseconds apart: none waits for another's answer, and the network lists them in the
 * order in which it takes them ({@link dev.parvis.functions.publish.Starts}).
 *
 * <p>An instance claims no more than it can send at one second, and of one workspace no more than half of that while others want
 * the room; what it leaves is free for the next instance, and it looks again when it has room
 * ({@link dev.parvis.functions.publish.Load}).
 *
 * <p>Two targets of one text on one account are told apart by who made which post where the network knows, and by claims
 * in their rows where it does not (see {@link dev.parvis.functions.publish.Finder}). One thing stays: a worker that dies after it
 * has told "published" and before it has written so can lose that post to the other one, if that one is in doubt just then.
 * There are as many posts as there must be; the one entry names a post that the other owns. A network that refuses a text
 * wherever it stands may name the part of another thread as the twin of ours: it does not say what that stands under, and a part
 * in doubt then counts as out there. And a process may stand still in the call itself for no longer than the network's quiet
 * time.
 *
 * <p>Clocks may lie: an instance whose clock is off, or is set while it waits, sends as early or late as its clock is wrong, by
 * every other clock; what it has sent is believed lost so much later that nothing is doubled
 * ({@link dev.parvis.functions.publish.Clocks}). Leases are held by the monotonic clock.
 */
@NullMarked
package dev.parvis.functions.publish;

import org.jspecify.annotations.NullMarked;
