/**
 * What stays true is said again: a queue of entries that fills the slots which nobody has taken.
 *
 * <p>A queue is work of the agenda. Twice a day it looks at the free slots of the next two days (of the next week, where
 * somebody must agree first), and puts into each the entry that has not been said for longest, never sooner than the
 * queue's gap after its last time and never more in a day than the queue allows. What it makes are posts like any other:
 * booked alone at their slot, approved where the brand asks for it, edited and cancelled by whoever likes. A post's id is
 * made of its entry and how often that was said before, so that a worker who dies between the post and the note of it
 * makes nothing twice.
 */
@NullMarked
package dev.parvis.domain.evergreen;

import org.jspecify.annotations.NullMarked;
