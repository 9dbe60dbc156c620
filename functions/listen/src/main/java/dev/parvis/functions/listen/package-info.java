/**
 * Polls the sources that are due and keeps what is found, once, whoever found it.
 *
 * <p>A claim writes the source's next poll: one update, and when nothing was new there is no second write. What was said
 * to one of our accounts is an interaction, and the write that keeps it puts it on moderation's agenda, where it meets the
 * brand's watch as what a webhook brought does; of a feed only what the watch matches is kept, and becomes a mention here.
 * The cursor moves
 * last, so a poll that dies anywhere is a poll that is made again, and finds what it had kept already known.
 *
 * <p>A failure is counted, and the wait doubles; the tenth in a row breaks the source, and a person is told why, as at
 * once when a feed is gone for good. A server that asks to wait is not failing. A feed that has moved for good is
 * polled where it moved to. The channel's credential is renewed when the network calls it expired, once.
 *
 * <p>A feed may also be there for drafts: then each new entry is made one, and none is a mention.
 *
 * <p>After the polls it makes the posts of imported files that the call which took a file had no time for: of all
 * functions that write to the table this one wakes most often, but for the one that must be on the second.
 */
@NullMarked
package dev.parvis.functions.listen;

import org.jspecify.annotations.NullMarked;
