/**
 * How anything that is kept is read and changed: pages, and changes that say what became of them.
 */
@NullMarked
package dev.parvis.domain.stored;

import org.jspecify.annotations.NullMarked;
