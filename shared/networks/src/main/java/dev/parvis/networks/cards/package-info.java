/**
 * Reads pages for their cards: Open Graph (https://ogp.me), then X's card tags, then what HTML itself has.
 *
 * <p>What a page sends is hostile: no private address at any hop, {@value dev.parvis.networks.cards.PageCards#MOST_BYTES} bytes
 * while they stream, three seconds for all pages together, whatever a resolver does. Of the page only its head is looked at, in
 * one pass that never goes back: scripts and comments are skipped, nothing is built of the rest, broken HTML gives fewer words
 * and never a failure. Words become one line without control characters or marks that turn the direction of what follows.
 *
 * <p><b>A reader of ours, not an HTML parser</b>: what is wanted are four kinds of tags of one element. A parser builds the whole page
 * as a tree, many times its bytes, of an input that a stranger chooses, and is one more jar in every zip that knows a network.
 */
@NullMarked
package dev.parvis.networks.cards;

import org.jspecify.annotations.NullMarked;
