/** What stores of checks hold, one in memory, and checks against networks that answer as they are told. */
@NullMarked
package dev.parvis.domain.preflight;

import org.jspecify.annotations.NullMarked;
