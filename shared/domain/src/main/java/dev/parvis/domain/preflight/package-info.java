/**
 * A day and an hour before its time a post is looked at once more: is the channel connected, does the network take its
 * credential and let it publish, are the media there, does the server of now accept the content, is the day's quota
 * enough. Who can mend what is wrong is told, at each stage at most once of the same things; what was seen is shown on the
 * post.
 *
 * <p>Nothing waits on the agenda for this. A sweep looks at the targets that stand there anyway, in the last hour at every
 * tick, and in the day before that from where the last sweep came to ({@code swept}), so that a lost wake-up makes a check late
 * and never lost. Counted against a row per post (2 units to add it, 8 for the two claims and their ends, more at every edit,
 * and every maker of posts would have to think of it): a sweep writes one row per post and stage, 2 units in all, nothing
 * when a post is made, and an idle tick reads 4.5 units and writes none. A post made less than an hour before its time is
 * looked at by the next tick; what it is made of was checked when it was made.
 *
 * <p>What is found is of a due time: a post that was moved is looked at anew. A check that an edit has made stale harms
 * nobody: it is written beside the post, never into it, and is shown only for the revision it saw. Two sweeps at once
 * write the same and tell the same, under the same ids.
 */
@NullMarked
package dev.parvis.domain.preflight;

import org.jspecify.annotations.NullMarked;
