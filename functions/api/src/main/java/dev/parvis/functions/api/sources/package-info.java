/** Feeds that are polled for a brand. */
@NullMarked
package dev.parvis.functions.api.sources;

import org.jspecify.annotations.NullMarked;
