/**
 * Who did what, when and why. Entries are plain writes of ids; what a person wrote lies apart, under its hash, and can
 * be erased without touching the entry.
 */
@NullMarked
package dev.parvis.domain.audit;

import org.jspecify.annotations.NullMarked;
