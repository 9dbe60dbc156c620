/**
 * A mention is a watch's match on an item, of a network or of the web. It is not a second copy of the item: it names it.
 */
@NullMarked
package dev.parvis.domain.mentions;

import org.jspecify.annotations.NullMarked;
