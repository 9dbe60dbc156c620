/**
 * Why a function was woken: a tick of the clock, an event of the bus, or an HTTP request.
 */
@NullMarked
package dev.parvis.kernel.trigger;

import org.jspecify.annotations.NullMarked;
