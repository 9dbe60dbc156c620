/**
 * A brand is a client whose channels are looked after. Its words are its watch: what an item must say to be a mention.
 */
@NullMarked
package dev.parvis.domain.brands;

import org.jspecify.annotations.NullMarked;
