/** Imports in memory, and what any that keeps them must hold to. */
@NullMarked
package dev.parvis.domain.imports;

import org.jspecify.annotations.NullMarked;
