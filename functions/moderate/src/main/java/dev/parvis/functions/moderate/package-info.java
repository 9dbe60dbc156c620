/**
 * Looks at what came in with the brand's watch, whoever brought it: what matches becomes a mention. Then runs the brand's
 * rules on it: the first rule that holds decides, acts on the network where the network lets
 * us, and puts the interaction in the human queue where it does not. Every decision leaves an audit entry that names
 * the rule. Acting twice on a network is harmless, so a worker that dies between the act and the write is repeated.
 *
 * <p>Hiding, deleting and queueing go on under a crisis stop, when insults and spam come in floods and a page left to them
 * makes it worse; none of it is said in the brand's name. What a rule replies is: it is a post, which the publisher sends, or
 * holds while a stop stands ({@link dev.parvis.domain.posts.Stops}). See {@link dev.parvis.domain.replies} for whom rules reply
 * to. An interaction that was answered, by a rule or a person, comes back here until it is known what became of that.
 */
@NullMarked
package dev.parvis.functions.moderate;

import org.jspecify.annotations.NullMarked;
