/**
 * What Parvis tells the outside world, and by which it wakes its own functions early. Never the only record of work.
 */
@NullMarked
package dev.parvis.domain.events;

import org.jspecify.annotations.NullMarked;
