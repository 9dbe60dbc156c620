/**
 * What a function is told by its environment: read once, checked whole, refused with one sentence per key.
 */
@NullMarked
package dev.parvis.kernel.config;

import org.jspecify.annotations.NullMarked;
