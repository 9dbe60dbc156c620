/**
 * Text as readers and other programs count it: graphemes, UTF-8 bytes, CSV cells.
 */
@NullMarked
package dev.parvis.kernel.text;

import org.jspecify.annotations.NullMarked;
