/**
 * Looks at what came in with the brand's watch, whoever brought it: what matches becomes a mention. Then runs the brand's
 * rules on it: the first rule that holds decides, acts on the network where the network lets
 * us, and puts the interaction in the human queue where it does not. Every decision leaves an audit entry that names
 * the rule. Acting twice on a network is harmless, so a worker that dies between the act and the write is repeated.
 */
@NullMarked
package dev.parvis.functions.moderate;

import org.jspecify.annotations.NullMarked;
