/** Credentials on a clock that moves only when told, and a network that renews them as told. */
@NullMarked
package dev.parvis.functions.tokens;

import org.jspecify.annotations.NullMarked;
