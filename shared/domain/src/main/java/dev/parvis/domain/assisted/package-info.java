/**
 * A person as a network. Where no interface exists, or an app is not yet reviewed, a channel is <em>assisted</em>: at its
 * time a target is handed over to a person, who gets a mail with the text and a link to a page with all they need to copy,
 * and says there that it is done, with the post's address, or that it will not be done today.
 *
 * <p>The target goes through the states of all others. Handed over, it is {@code PREPARED}: something lies outside that a
 * later worker should know of, and nothing is out. So an edit, a cancellation, a withdrawn approval and the stop void what
 * was handed over, as they void anything that has not gone out: the page of the old revision says so, what is said there
 * is refused, and the new revision is handed over by a mail of its own. Who posted the old text all the same is told to
 * say so to the team: Parvis cannot unpost it.
 *
 * <p>It is handed over when a worker meets it, up to a horizon before its second, and the mail says the minute: a mail
 * needs as long to be seen. The brand's lateness is meant for machines; a person has two hours at least ({@link
 * dev.parvis.domain.assisted.Steps}). "Done" is one conditional write, so that of two people who say it one is
 * counted and both are shown the same; the worker tells of it from the row, where it stays until it is told.
 */
@NullMarked
package dev.parvis.domain.assisted;

import org.jspecify.annotations.NullMarked;
