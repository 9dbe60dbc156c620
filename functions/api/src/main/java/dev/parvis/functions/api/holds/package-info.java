/** Crisis stops. */
@NullMarked
package dev.parvis.functions.api.holds;

import org.jspecify.annotations.NullMarked;
