/** The weekly times at which a channel likes to speak, and which of them are free. */
@NullMarked
package dev.parvis.functions.api.slots;

import org.jspecify.annotations.NullMarked;
