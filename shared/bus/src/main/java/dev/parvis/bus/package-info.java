/**
 * Events to the one EventBridge bus, best effort: a lost event delays work to the next tick and loses nothing.
 */
@NullMarked
package dev.parvis.bus;

import org.jspecify.annotations.NullMarked;
