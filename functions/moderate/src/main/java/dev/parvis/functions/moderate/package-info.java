/**
 * Looks at what came in with the brand's watch, whoever brought it: what matches becomes a mention. Then runs the brand's
 * rules on it: the first rule that holds decides, acts on the network where the network lets
 * us, and puts the interaction in the human queue where it does not. Every decision leaves an audit entry that names
 * the rule. Acting twice on a network is harmless, so a worker that dies between the act and the write is repeated.
 *
 * <p>Nothing here speaks: rules hide, delete and queue, and these go on under a crisis stop, when insults and spam come in
 * floods and a page left to them makes it worse; none of it is said in the brand's name. A rule that answers would have
 * to look at the stop in the last step before its call, as the publisher does ({@link dev.parvis.domain.posts.Stops}).
 */
@NullMarked
package dev.parvis.functions.moderate;

import org.jspecify.annotations.NullMarked;
