/**
 * Figures, each with where it came from. Not provided, zero and failed are three different things.
 */
@NullMarked
package dev.parvis.domain.metrics;

import org.jspecify.annotations.NullMarked;
