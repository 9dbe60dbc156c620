/** Rules at work on interactions, over stores in memory and a network that does as it is told. */
@NullMarked
package dev.parvis.functions.moderate;

import org.jspecify.annotations.NullMarked;
