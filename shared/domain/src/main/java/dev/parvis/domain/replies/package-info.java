/**
 * Replies that a brand's rules give by themselves, and what becomes of all answers.
 *
 * <p>A reply is an answer ({@link dev.parvis.domain.answers}) whose id comes from the interaction, so that a run that
 * died is repeated without saying anything twice. It is written by {@code rule/<id>} and passes no crisis stop. Before it is
 * made, the interaction says that it is answered by it: a person who answers meanwhile is told, and whoever wrote the
 * interaction since the rule looked at it keeps the reply from being made at all.
 *
 * <p>Two machines that answer each other would go on for ever before everybody's eyes. So nothing replies to an account of
 * the workspace's own, to what is older than a day (a channel's first import brings years), or to whom this channel has
 * replied to by itself within a day; and in one thread nobody is replied to twice, however long they wait. What is not replied to is
 * a person's, with the reason. So is what comes after {@value dev.parvis.domain.replies.Pace#MOST_AN_HOUR} replies on one channel within an
 * hour: a post that goes round the world is no reason to be throttled by the network.
 *
 * <p>What is decided otherwise afterwards is not replied to: its reply is cancelled ({@link dev.parvis.domain.replies.Withdrawals}), unless it is
 * being sent or out. Whoever decides cancels at once; where they die before, or the reply is made at that very moment, moderation
 * does, when it looks what became of the answer.
 */
@NullMarked
package dev.parvis.domain.replies;

import org.jspecify.annotations.NullMarked;
