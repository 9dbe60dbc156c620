/** Calendar links in memory, and what any that keeps them must hold to. */
@NullMarked
package dev.parvis.domain.calendars;

import org.jspecify.annotations.NullMarked;
