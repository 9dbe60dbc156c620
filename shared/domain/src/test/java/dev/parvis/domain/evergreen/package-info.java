/** Queues in memory, and what every store of queues holds. */
@NullMarked
package dev.parvis.domain.evergreen;

import org.jspecify.annotations.NullMarked;
