/** What a brand's words matched. */
@NullMarked
package dev.parvis.functions.api.mentions;

import org.jspecify.annotations.NullMarked;
