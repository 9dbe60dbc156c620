/**
 * Which module may know which, read from the compiled classes; what only a named adapter may touch; and how long a file and
 * a method may be. A module that the build gains must be added to {@link dev.parvis.checks.arrows.Module}.
 */
@NullMarked
package dev.parvis.checks.arrows;

import org.jspecify.annotations.NullMarked;
