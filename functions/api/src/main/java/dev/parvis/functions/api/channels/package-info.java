/** Connected accounts: what a person types becomes a sealed credential, and is never shown again. */
@NullMarked
package dev.parvis.functions.api.channels;

import org.jspecify.annotations.NullMarked;
