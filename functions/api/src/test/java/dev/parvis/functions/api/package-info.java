/** The whole API at one desk, called as the gateway calls it. */
@NullMarked
package dev.parvis.functions.api;

import org.jspecify.annotations.NullMarked;
