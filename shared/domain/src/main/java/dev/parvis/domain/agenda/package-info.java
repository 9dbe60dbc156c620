/**
 * One mechanism for all work that waits: a row with a due time, claimed by a lease with a fence.
 * <p>
 * A claim moves the row's due time to the end of its lease, so that a crashed worker's row comes back by itself. Every
 * claim raises the fence; whoever writes under an older fence is refused. A person's edit raises it too, so that a
 * worker holding the old revision is fenced off. A fence guards the table, never the network.
 * <p>
 * What five claims could not finish is set aside, out of the index, until a person puts it back.
 */
@NullMarked
package dev.parvis.domain.agenda;

import org.jspecify.annotations.NullMarked;
