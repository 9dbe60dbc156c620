/**
 * Names for things: ULIDs for our own rows, TIDs where the AT Protocol asks for them. Both sort by time.
 */
@NullMarked
package dev.parvis.kernel.ids;

import org.jspecify.annotations.NullMarked;
